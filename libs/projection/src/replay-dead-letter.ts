import { inTransaction } from '#postgres/in-transaction.js';
import { toBatchMessage, type BatchMessage } from '#kafka/message-batch.js';
import type { Pool, PoolClient } from 'pg';
import { loadRun, storeRun, type BatchRun } from './batch-run.js';
import { lockCheckpoint, storeCheckpoint } from './checkpoint.js';
import { liftHalt } from './lift-halt.js';
import type { ProjectionSet } from './projection.js';
import type { LetterPosition, StoredDeadLetter } from './read-dead-letters.js';
import { takeDeadLetter } from './take-dead-letter.js';

/** The message still cannot be applied; nothing has changed. */
export class StillDead extends Error {}

export interface Replayed {
  /** The streams that continued, each with its new version. */
  progress: Map<string, number>;
  /** Why a later event of the stream halted it again. */
  haltedAgain?: string;
}

/**
 * Applies a dead letter after its cause was mended, and then the parked events of its stream; lifts the halt. All is
 * one transaction under the partition's checkpoint, so that no batch runs at the same time.
 * @returns undefined if there is no such letter (any more).
 * @throws StillDead; database errors. In either case nothing has changed.
 */
export const replayDeadLetter = (
  pool: Pool,
  set: ProjectionSet,
  position: LetterPosition,
): Promise<Replayed | undefined> => inTransaction(pool, (client) => replay(client, set, position));

async function replay(client: PoolClient, set: ProjectionSet, position: LetterPosition): Promise<Replayed | undefined> {
  const { schema } = set;
  const { topic, partition } = position;
  const { checkpoint } = await lockCheckpoint(client, schema, topic, partition);
  const letter = await takeDeadLetter(client, schema, position);
  if (!letter) return undefined;
  const run =
    letter.stream === null ? await takeAnew(client, set, letter) : await resume(client, set, letter.stream, letter);
  const [dead] = run.letters;
  if (dead && run.progress.size === 0) throw new StillDead(dead.reason);
  const newlyParked = await storeRun(client, set, position, run);
  const counted = checkpoint.counted + BigInt(run.taken + newlyParked);
  await storeCheckpoint(client, schema, topic, partition, { ...checkpoint, counted });
  await run.rows.saveShared(client);
  return { progress: run.progress, ...(dead && { haltedAgain: dead.reason }) };
}

/** The event that halted the stream is parked, before those that came after it. */
async function resume(
  client: PoolClient,
  set: ProjectionSet,
  stream: string,
  { offset }: StoredDeadLetter,
): Promise<BatchRun> {
  await liftHalt(client, set.schema, stream);
  const run = await loadRun(client, set, { messages: [], streams: [stream] });
  run.resume(stream, offset);
  return run;
}

/** A message that could not be read as an event is parsed again, from its stored bytes. */
async function takeAnew(client: PoolClient, set: ProjectionSet, letter: StoredDeadLetter): Promise<BatchRun> {
  const message: BatchMessage = toBatchMessage(letter.topic, letter.partition, {
    ...{ key: letter.key, value: letter.value, headers: letter.headers, offset: letter.offset },
    ...{ timestamp: '', attributes: 0 },
  });
  const run = await loadRun(client, set, { messages: [message] });
  run.take(message);
  return run;
}
