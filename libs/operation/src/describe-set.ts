import type { Pool } from 'pg';
import { measureProjection } from '#projection/measure-projection.js';
import { readNewestDeadLetters } from '#projection/read-newest-dead-letters.js';
import { readStoppedStreams } from '#projection/read-stopped-streams.js';
import { readUnknownTypes } from '#projection/read-unknown-types.js';
import type { DescribedSet, NamedLetter } from './operation.js';
import { withoutQuotes } from './without-quotes.js';

/** Streams of each kind, and dead letters, that are named. */
export const maxNamed = { streams: 20, letters: 50 } as const;

export interface SetPlace {
  /** As operators know it. */
  name: string;
  pool: Pool;
  schema: string;
  /** Messages; undefined if not known. */
  lag: number | undefined;
}

/** The state of a projection set. */
export async function describeSet({ name, pool, schema, lag }: SetPlace): Promise<DescribedSet> {
  const { missing, parkedStreams, parkedOldestSeconds, haltedStreams, unsentDeadLetters } = await measureProjection(
    pool,
    schema,
  );
  const { halted, parked } = await readStoppedStreams(pool, schema, maxNamed.streams);
  const unknownTypes = await readUnknownTypes(pool, schema);
  return {
    ...{ name, lag: lag ?? null, missing, haltedStreams, parkedStreams, parkedOldestSeconds, unsentDeadLetters },
    halted: halted.map(({ reason, at, ...each }) => ({ ...each, reason: withoutQuotes(reason), at: at.toISOString() })),
    parked: parked.map(({ at, ...each }) => ({ ...each, at: at.toISOString() })),
    unknownTypes: unknownTypes.map(({ type, streams, since }) => ({
      // It came from outside.
      type: type.replaceAll(/[^\w.-]/g, '?').slice(0, 100),
      ...{ streams, since: since.toISOString() },
    })),
  };
}

/** The newest dead letters of a projection set. */
export async function nameLetters({ name, pool, schema }: Omit<SetPlace, 'lag'>): Promise<NamedLetter[]> {
  const letters = await readNewestDeadLetters(pool, schema, maxNamed.letters);
  return letters.map(({ topic, partition, offset, stream, reason, diedAt }) => ({
    ...{ id: `${topic}/${partition}/${offset}`, set: name, topic, stream },
    ...{ reason: withoutQuotes(reason), at: diedAt.toISOString() },
  }));
}
