import { readTopicToEnd } from '#kafka/read-topic-to-end.js';
import { inTransaction } from '#postgres/in-transaction.js';
import type { ClientBase, Pool } from 'pg';
import { lockCheckpoint } from './checkpoint.js';
import { claimUnknown, releaseUnknown, type ClaimedStreams } from './claim-unknown.js';
import { inPortions } from './portions-of.js';
import type { ProjectionSet } from './projection.js';
import { readVersions } from './read-versions.js';
import { RefoldInMemory } from './refold-in-memory.js';
import { typesOf } from './knows-type.js';
import { deleteUnknownEvents } from './unknown-events.js';

export interface Refolded {
  refolded: number;
  /** Streams that continued meanwhile, and are folded once more. */
  moved: string[];
  /** Streams that cannot be folded: the topic no longer has all their events, or one event is refused. */
  failed: string[];
}

export interface Refolding {
  brokers: string[];
  signal: AbortSignal;
  /** Runs a portion when it may run. */
  turn?<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Called after each reading of a partition. */
  onPortion?(refolded: Refolded): void;
  /** Called in the transaction in which rows are replaced, after it. */
  whenSaved?: ((client: ClientBase) => Promise<void>) | undefined;
}

/**
 * Folds streams again in which events were passed by, if this version knows their types. They are read from the topic
 * and folded in memory, from their beginning to the stored version. Then, under the partition's checkpoint, their rows
 * replace the stored ones, unless the stream has continued meanwhile. Until then the stored rows stay.
 * @throws errors that say that Kafka or the database is away; rows that were written before stay.
 */
export async function refold(pool: Pool, set: ProjectionSet, refolding: Refolding): Promise<void> {
  const { signal, onPortion } = refolding;
  while (!signal.aborted) {
    const claimed = await claimUnknown(pool, set.schema, typesOf(set));
    if (!claimed) return;
    let undone = claimed.streams;
    try {
      const outcome = await refoldPartition(pool, set, claimed, refolding);
      undone = outcome.moved;
      onPortion?.(outcome);
      // Streams that continue all the time are left for later.
      if (outcome.refolded === 0 && undone.length > 0) return;
    } finally {
      if (undone.length > 0) await releaseUnknown(pool, set.schema, undone).catch(() => undefined);
    }
  }
}

/** Folds streams of one partition again, from their beginnings in the topic. */
export async function refoldPartition(
  pool: Pool,
  set: ProjectionSet,
  { topic, partition, streams }: ClaimedStreams,
  { brokers, signal, turn = (work) => work(), whenSaved }: Refolding,
): Promise<Refolded> {
  const targets = await readVersions(pool, set.schema, streams);
  const fold = new RefoldInMemory(pool, set, targets);
  await readTopicToEnd({ brokers, topic, partition }, async (message) => {
    if (fold.take(message)) await turn(() => fold.fold());
    return !signal.aborted;
  });
  signal.throwIfAborted();
  await turn(() => fold.fold());
  const complete = fold.complete();
  const done: string[] = [];
  for (const some of inPortions(complete, (stream) => fold.bytesOf(stream))) {
    done.push(...(await saveUnlessMoved(pool, set, { topic, partition, some, targets, whenSaved }, fold)));
  }
  const [isComplete, isDone] = [new Set(complete), new Set(done)];
  return {
    refolded: done.length,
    moved: complete.filter((stream) => !isDone.has(stream)),
    failed: streams.filter((stream) => !isComplete.has(stream)),
  };
}

interface Saving {
  topic: string;
  partition: number;
  some: string[];
  targets: ReadonlyMap<string, number>;
  whenSaved: Refolding['whenSaved'];
}

/** @returns the streams whose stored version did not change since they were read; their rows are written. */
const saveUnlessMoved = (
  pool: Pool,
  set: ProjectionSet,
  { topic, partition, some, targets, whenSaved }: Saving,
  fold: RefoldInMemory,
): Promise<string[]> =>
  inTransaction(pool, async (client) => {
    await lockCheckpoint(client, set.schema, topic, partition);
    await set.beforeSaved?.(client);
    const versions = await readVersions(client, set.schema, some);
    const same = some.filter((stream) => versions.get(stream) === targets.get(stream));
    await fold.save(client, same);
    await deleteUnknownEvents(client, set.schema, same, typesOf(set));
    if (same.length > 0) await whenSaved?.(client);
    return same;
  });
