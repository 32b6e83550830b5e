import { inTransaction } from '#postgres/in-transaction.js';
import { isAway, isNotBuilt } from '#postgres/is-away.js';
import type { Pool } from 'pg';
import { loadRun, storeRun } from './batch-run.js';
import { lockCheckpoint } from './checkpoint.js';
import { claimParked, releaseParked, type ClaimedStream } from './claim-parked.js';
import { reasonOf } from './portion.js';
import type { ProjectionSet } from './projection.js';
import { typesOf } from './knows-type.js';

/** Processes that an event may end while its stream is resumed, before it becomes a dead letter. */
export const maxEndsDraining = 3;

export interface Drained {
  streams: number;
  events: number;
  deadLetters: number;
}

export interface Draining {
  signal: AbortSignal;
  /** Runs a portion when it may run. */
  turn?<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Called after each portion. */
  onPortion?(drained: Drained): void;
}

/**
 * Resumes streams that wait at an event whose type this version knows: portion by portion, each in one transaction
 * under its partition's checkpoint, like a batch. Other processes, and live batches of the same streams, may run at the
 * same time.
 * @throws errors that say the database is away; the error of an event that cannot even be stored as a dead letter, once
 * all others are done.
 */
export async function drainParked(pool: Pool, set: ProjectionSet, draining: Draining): Promise<void> {
  const refused: unknown[] = [];
  for (let after = ''; !draining.signal.aborted;) {
    const claimed = await claimParked(pool, set.schema, typesOf(set), after);
    const last = claimed.at(-1);
    if (!last) break;
    after = last.stream;
    refused.push(...(await drainClaimed(pool, set, claimed, draining)));
  }
  if (refused.length > 0) throw refused[0];
}

async function drainClaimed(
  pool: Pool,
  set: ProjectionSet,
  claimed: ClaimedStream[],
  { signal, turn = (work) => work(), onPortion }: Draining,
): Promise<unknown[]> {
  const refused: unknown[] = [];
  const undone = new Set(claimed.map(({ stream }) => stream));
  try {
    for (const group of groupsOf(claimed)) {
      if (signal.aborted) break;
      try {
        onPortion?.(await turn(() => drainGroup(pool, set, group)));
      } catch (error) {
        if (isTransient(error)) throw error;
        refused.push(error);
      }
      for (const { stream } of group) undone.delete(stream);
    }
    return refused;
  } finally {
    if (undone.size > 0) await releaseParked(pool, set.schema, [...undone]).catch(() => undefined);
  }
}

const isTransient = (error: unknown) => isAway(error) || isNotBuilt(error);

/**
 * Groups the streams of one partition. A stream that was claimed before is alone, because it may have ended its
 * process.
 */
function groupsOf(claimed: ClaimedStream[]): ClaimedStream[][] {
  const first = claimed.filter(({ claims }) => claims === 1);
  const again = claimed.filter(({ claims }) => claims > 1).map((each) => [each]);
  return [...Map.groupBy(first, ({ topic, partition }) => `${topic}/${partition}`).values(), ...again];
}

/** Halves a refused group until the one refused stream is found; its event becomes a dead letter. */
async function drainGroup(pool: Pool, set: ProjectionSet, group: ClaimedStream[]): Promise<Drained> {
  const [one] = group as [ClaimedStream];
  if (one.claims > maxEndsDraining) {
    return drainAll(pool, set, group, `${maxEndsDraining} processes ended while they resumed the stream at this event`);
  }
  try {
    return await drainAll(pool, set, group);
  } catch (error) {
    if (isTransient(error)) throw error;
    if (group.length === 1) return drainAll(pool, set, group, reasonOf(error));
    const middle = group.length >> 1;
    const [before, behind] = [group.slice(0, middle), group.slice(middle)];
    return sumOf(await drainGroup(pool, set, before), await drainGroup(pool, set, behind));
  }
}

/** Applies all parked events of these streams that can be applied, in as many transactions as that takes. */
async function drainAll(pool: Pool, set: ProjectionSet, group: ClaimedStream[], fault?: string): Promise<Drained> {
  let total: Drained = { streams: group.length, events: 0, deadLetters: 0 };
  for (let streams = group; streams.length > 0;) {
    const { drained, more } = await drainPortion(pool, set, streams, fault);
    total = sumOf(total, drained);
    streams = more;
  }
  return total;
}

const drainPortion = (pool: Pool, set: ProjectionSet, group: ClaimedStream[], fault?: string) =>
  inTransaction(pool, async (client) => {
    const [{ topic, partition }] = group as [ClaimedStream];
    await lockCheckpoint(client, set.schema, topic, partition);
    const run = await loadRun(client, set, { messages: [], streams: group.map(({ stream }) => stream) }, fault);
    const more = group.filter(({ stream, offset }) => run.goOn(stream, offset));
    // Parked events were counted when they arrived.
    await storeRun(client, set, { topic, partition }, run);
    await run.rows.saveShared(client);
    const drained = { streams: 0, events: run.drained.length, deadLetters: run.letters.length };
    return { drained, more };
  });

const sumOf = (one: Drained, other: Drained): Drained => ({
  streams: one.streams + other.streams,
  events: one.events + other.events,
  deadLetters: one.deadLetters + other.deadLetters,
});
