import { inOneGo } from '#service/in-one-go.js';
import type { ClientBase } from 'pg';
import { VersionConflict, type Append, type EventMetadata } from './event-store.js';
import { recordEvents } from './record-events.js';
import { serialise } from './serialise.js';

// The outbox takes its ids here, after the events went in: a stream's next version sees the one before committed, so
// it always gets the higher id, and draining by id keeps each stream in order.
const sql = `
WITH appended AS (
  INSERT INTO events (stream, version, id, type, schema_version, topic, key, partition, occurred_at, recorded_at,
                      correlation_id, causation_id, traceparent, data)
  SELECT stream, version, id, type, schema_version, topic, key, partition, occurred_at, $9, $10, $11, $12, data
  FROM unnest($1::text[], $2::int[], $3::uuid[], $4::text[], $5::int[], $6::text[], $7::text[], $8::int[],
              $13::timestamptz[], $14::json[]) WITH ORDINALITY
    AS input (stream, version, id, type, schema_version, topic, key, partition, occurred_at, data, ordinal)
  ORDER BY ordinal
  RETURNING position
)
INSERT INTO outbox (position) SELECT position FROM appended ORDER BY position`;

// A gap is refused too: the version before must be there.
const sqlPredecessors = `
SELECT stream FROM unnest($1::text[], $2::int[]) AS wanted (stream, version)
WHERE version > 0 AND NOT EXISTS (SELECT FROM events WHERE (events.stream, events.version) = (wanted.stream, wanted.version))
LIMIT 1`;

const uniqueViolation = '23505';

/**
 * Appends to one or more streams in the caller's transaction, events and outbox in one statement.
 * @throws VersionConflict when a stream is not at its expected version; EventTooLarge. The transaction is then to be rolled back.
 */
export async function appendToStream(client: ClientBase, appends: Append[], metadata: EventMetadata): Promise<void> {
  const events = recordEvents(appends, metadata);
  if (events.length === 0) return;
  const column = <Value>(pick: (event: (typeof events)[number]) => Value): Value[] => events.map(pick);
  const data = events.map(serialise);
  // Both at once, so that what the caller sends next comes behind them.
  const gap = findGap(client, appends);
  const inserted = client.query({
    name: 'append-to-stream',
    text: sql,
    values: [
      column((event) => event.stream),
      column((event) => event.version),
      column((event) => event.id),
      column((event) => event.type),
      column((event) => event.schemaVersion),
      column((event) => event.topic),
      column((event) => event.key),
      column((event) => event.partition),
      metadata.recordedAt,
      metadata.correlationId,
      metadata.causationId ?? null,
      metadata.traceparent ?? null,
      column((event) => event.occurredAt),
      data,
    ],
  });
  try {
    const [behindGap] = await inOneGo([gap, inserted]);
    if (behindGap !== undefined) throw conflictOn(appends, behindGap);
  } catch (error) {
    const { code, constraint, detail } = error as { code?: string; constraint?: string; detail?: string };
    if (code === uniqueViolation && constraint === 'events_stream_version_key') {
      throw conflictOn(appends, /\)=\((.*), \d+\)/.exec(detail ?? '')?.[1] ?? '');
    }
    throw error;
  }
}

/** A stream whose version before the first appended is not there. */
async function findGap(client: ClientBase, appends: Append[]): Promise<string | undefined> {
  const followers = appends.filter(({ expectedVersion }) => expectedVersion > 0);
  if (followers.length === 0) return undefined;
  const { rows } = await client.query<{ stream: string }>({
    name: 'find-gap',
    text: sqlPredecessors,
    values: [followers.map(({ stream }) => stream), followers.map(({ expectedVersion }) => expectedVersion)],
  });
  return rows[0]?.stream;
}

function conflictOn(appends: Append[], stream: string): VersionConflict {
  const append = appends.find((candidate) => candidate.stream === stream) ?? appends[0];
  return new VersionConflict(append?.stream ?? stream, append?.expectedVersion ?? 0);
}
