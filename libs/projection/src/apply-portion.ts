import { clearAttempt } from './clear-attempt.js';
import { pipelined } from '#postgres/pipelined.js';
import { isAway } from '#postgres/is-away.js';
import type { Pool, PoolClient } from 'pg';
import { loadRun, storeRun, type BatchRun } from './batch-run.js';
import { lockCheckpoint, storeCheckpoint, type Checkpoint } from './checkpoint.js';
import type { Portion } from './portion.js';
import type { ProjectionSet } from './projection.js';
import { storeLogTruncation } from './log-truncations.js';

export interface PortionOutcome {
  applied: number;
  skipped: number;
  parked: number;
  /** Those of them whose streams wait for a newer version. */
  waiting: number;
  deadLetters: number;
  /** The types of events that arrived for the first time and belong to a newer version. */
  unknownTypes: readonly string[];
  /** Events that the relay has sent and that never arrived. */
  missing: bigint;
}

export const nothingYet: PortionOutcome = {
  ...{ applied: 0, skipped: 0, parked: 0, waiting: 0, deadLetters: 0 },
  ...{ unknownTypes: [], missing: 0n },
};

export const sumOf = (one: PortionOutcome, other: PortionOutcome): PortionOutcome => ({
  applied: one.applied + other.applied,
  skipped: one.skipped + other.skipped,
  parked: one.parked + other.parked,
  waiting: one.waiting + other.waiting,
  deadLetters: one.deadLetters + other.deadLetters,
  unknownTypes: [...one.unknownTypes, ...other.unknownTypes],
  missing: other.missing,
});

/** The checkpoint lies before this batch, so the consumer must go back to `seekTo`. */
export class OffsetGap extends Error {
  constructor(readonly seekTo: string) {
    super(`the checkpoint is at offset ${seekTo}`);
  }
}

// Rows and offset are one transaction: if a crash of the server loses it, the topic delivers the events again. So no
// commit waits for the disk; a sequence check's must not, because comments would wait behind it.
const begin = 'BEGIN; SET LOCAL synchronous_commit = off';

/** Stores a portion in one transaction. @throws OffsetGap; the error of whatever refuses it: then nothing is stored. */
export async function applyPortion(pool: Pool, set: ProjectionSet, portion: Portion): Promise<PortionOutcome> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    const { outcome, run } = await applyInTransaction(client, set, portion);
    // After a failed statement, the commit rolls everything back.
    await pipelined([run.rows.saveShared(client), client.query('COMMIT')]);
    return outcome;
  } catch (error) {
    await client.query('ROLLBACK').catch((lost: unknown) => (broken = lost as Error));
    // The connection may be unusable, for example because its server became a standby; then the next one is made anew.
    if (isAway(error)) broken ??= error as Error;
    throw error;
  } finally {
    client.release(broken);
  }
}

/** Applies everything except the rows that other partitions write too. */
async function applyInTransaction(
  client: PoolClient,
  set: ProjectionSet,
  portion: Portion,
): Promise<{ outcome: PortionOutcome; run: BatchRun }> {
  const { topic, partition, messages, fault } = portion;
  // The rows that the run needs are read after the lock is taken, though both are sent together.
  const [, { checkpoint, isNew }, early] = await pipelined([
    client.query(begin),
    lockCheckpoint(client, set.schema, topic, partition),
    loadRun(client, set, { messages }, fault),
  ]);
  const { nextOffset } = checkpoint;
  const beginsAt = portion.begin !== undefined && portion.begin > nextOffset ? portion.begin : nextOffset;
  // A batch that was fetched from the checkpoint and begins later has a hole before it, so there is nothing to go back
  // to.
  if (portion.from > beginsAt) throw new OffsetGap(nextOffset.toString());
  const fresh = messages.filter(({ offset }) => BigInt(offset) >= nextOffset);
  // If the checkpoint was missing, the first read was not under its lock, so it is repeated.
  const run = isNew ? await loadRun(client, set, { messages }, fault) : early;
  for (const message of fresh) run.take(message);
  const [, { parked, missing }] = await pipelined([
    beginsAt > nextOffset &&
      storeLogTruncation(client, set.schema, { topic, partition, expected: nextOffset, beginsAt }),
    storePortion(client, set, portion, run, checkpoint),
    portion.attempted && clearAttempt(client, set.schema, topic, partition),
  ]);
  const skipped = messages.length - fresh.length + run.skipped;
  const { applied, waiting, letters, unknownTypes } = run;
  const outcome = { applied, skipped, parked, waiting, deadLetters: letters.length, unknownTypes, missing };
  return { outcome, run };
}

async function storePortion(
  client: PoolClient,
  set: ProjectionSet,
  { topic, partition, next }: Portion,
  run: BatchRun,
  checkpoint: Checkpoint,
): Promise<{ parked: number; missing: bigint }> {
  const sequenceCheck = run.sequenceCheck > checkpoint.sequenceCheck ? run.sequenceCheck : checkpoint.sequenceCheck;
  const store = async (newlyParked: number) => {
    const counted = checkpoint.counted + BigInt(run.taken + newlyParked);
    if (next > checkpoint.nextOffset) {
      await storeCheckpoint(client, set.schema, topic, partition, { nextOffset: next, counted, sequenceCheck });
    }
    return counted;
  };
  // Only parked events must be stored first: the insert tells how many of them are new.
  const stored = storeRun(client, set, { topic, partition }, run);
  const [parked, counted] = await pipelined([stored, run.parked.length > 0 ? stored.then(store) : store(0)]);
  return { parked, missing: sequenceCheck > counted ? sequenceCheck - counted : 0n };
}
