import type { BatchMessage, MessageBatch } from '#kafka/message-batch.js';
import type { Pool, PoolClient } from 'pg';
import { loadRun, storeRun } from './batch-run.js';
import { lockCheckpoint, storeCheckpoint } from './checkpoint.js';
import { inOneGo } from '#service/in-one-go.js';
import type { ProjectionSet } from './projection.js';

/** The checkpoint lies before this batch: the consumer must go back to `seekTo`. */
export class OffsetGap extends Error {
  constructor(readonly seekTo: string) {
    super(`the checkpoint is at offset ${seekTo}`);
  }
}

export type BatchInput = Pick<MessageBatch, 'topic' | 'partition' | 'messages'>;

export interface BatchOutcome {
  applied: number;
  skipped: number;
  parked: number;
  deadLetters: number;
  /** Events the relay has sent that never came. */
  missing: bigint;
}

const dataFault = /^2[23]/;

// Rows and offset are one transaction: what a crash of the server undoes, the topic gives again. So no commit waits for
// the disk, least of all a watermark's, behind which comments would wait.
const begin = 'BEGIN; SET LOCAL synchronous_commit = off';

/**
 * Stores one batch of one partition: rows, stream versions and offset in one transaction, each event once however often
 * it is delivered. An event that the database refuses is found by halving the batch, and becomes a dead letter.
 * @throws OffsetGap; database errors, after which the same batch may be given again.
 */
export async function applyBatch(
  pool: Pool,
  set: ProjectionSet,
  batch: BatchInput,
  fault?: string,
): Promise<BatchOutcome> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    const outcome = await applyInTransaction(client, set, batch, fault);
    await client.query('COMMIT');
    return outcome;
  } catch (error) {
    await client.query('ROLLBACK').catch((lost: unknown) => (broken = lost as Error));
    if (!dataFault.test((error as { code?: string }).code ?? '')) throw error;
    // Refused even as a dead letter of its stream: what names the stream cannot be stored either.
    if (fault !== undefined) return await applyBatch(pool, set, { ...batch, messages: batch.messages.map(unnamed) });
    return await applyHalves(pool, set, batch, String(error));
  } finally {
    client.release(broken);
  }
}

const unnamed = ({ event: _, ...message }: BatchMessage): BatchMessage => ({
  ...message,
  malformed: 'cannot be stored',
});

async function applyHalves(pool: Pool, set: ProjectionSet, batch: BatchInput, reason: string): Promise<BatchOutcome> {
  const { messages } = batch;
  if (messages.length === 1) return applyBatch(pool, set, batch, reason);
  const middle = messages.length >> 1;
  const first = await applyBatch(pool, set, { ...batch, messages: messages.slice(0, middle) });
  const second = await applyBatch(pool, set, { ...batch, messages: messages.slice(middle) });
  return {
    applied: first.applied + second.applied,
    skipped: first.skipped + second.skipped,
    parked: first.parked + second.parked,
    deadLetters: first.deadLetters + second.deadLetters,
    missing: second.missing,
  };
}

async function applyInTransaction(
  client: PoolClient,
  set: ProjectionSet,
  { topic, partition, messages }: BatchInput,
  fault: string | undefined,
): Promise<BatchOutcome> {
  const { schema } = set;
  // What the run needs is looked up behind the lock, though it is asked for with it.
  const [, { checkpoint, isNew }, early] = await inOneGo([
    client.query(begin),
    lockCheckpoint(client, schema, topic, partition),
    loadRun(client, set, { messages }, fault),
  ]);
  const fresh = messages.filter(({ offset }) => BigInt(offset) >= checkpoint.nextOffset);
  const [first] = fresh;
  if (first && BigInt(first.offset) > checkpoint.nextOffset) throw new OffsetGap(checkpoint.nextOffset.toString());

  // A checkpoint that was not there was not locked either when that was looked up.
  const run = isNew ? await loadRun(client, set, { messages }, fault) : early;
  for (const message of fresh) run.take(message);
  const watermark = run.watermark > checkpoint.watermark ? run.watermark : checkpoint.watermark;
  const last = fresh.at(-1);
  const store = async (newlyParked: number) => {
    const counted = checkpoint.counted + BigInt(run.applied + newlyParked);
    if (!last) return counted;
    const nextOffset = BigInt(last.offset) + 1n;
    await storeCheckpoint(client, schema, topic, partition, { nextOffset, counted, watermark });
    return counted;
  };
  // Only of what is parked it must be known first how much of it is new.
  const stored = storeRun(client, set, { topic, partition }, run);
  const [newlyParked, counted] = await inOneGo([stored, run.parked.length > 0 ? stored.then(store) : store(0)]);
  return {
    applied: run.applied,
    skipped: messages.length - fresh.length + run.skipped,
    parked: newlyParked,
    deadLetters: run.letters.length,
    missing: watermark > counted ? watermark - counted : 0n,
  };
}
