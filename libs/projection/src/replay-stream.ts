import type { Pool } from 'pg';
import type { ProjectionSet } from './projection.js';
import { findDeadLetter } from './find-dead-letter.js';
import { replayDeadLetter, type Replayed } from './replay-dead-letter.js';

/**
 * Replays the dead letter that halted a stream, as {@link replayDeadLetter}.
 * @returns undefined if the stream has none.
 */
export async function replayStream(pool: Pool, set: ProjectionSet, stream: string): Promise<Replayed | undefined> {
  const letter = await findDeadLetter(pool, set.schema, stream);
  return letter && replayDeadLetter(pool, set, letter);
}
