import { pipelined } from '#postgres/pipelined.js';
import type { ClientBase } from 'pg';
import type { Append, EventMetadata } from './event-store.js';
import { insertedValues, insertEvents } from './insert-events.sql.js';
import { recordEvents } from './record-events.js';
import { asConflict, conflictOn } from './version-conflict.js';

const sql = `WITH ${insertEvents('true')} SELECT`;

// The version before the first new one must exist: an append that leaves a gap is refused too.
const sqlPredecessors = `
SELECT stream FROM unnest($1::text[], $2::int[]) AS wanted (stream, version)
WHERE version > 0 AND NOT EXISTS (SELECT FROM events WHERE (events.stream, events.version) = (wanted.stream, wanted.version))
LIMIT 1`;

/**
 * Appends events to one or more streams in the caller's transaction; one statement writes events and outbox.
 * @throws VersionConflict when a stream is not at its expected version; EventTooLarge. The caller must then roll back.
 */
export async function appendToStream(client: ClientBase, appends: Append[], metadata: EventMetadata): Promise<void> {
  const events = recordEvents(appends, metadata);
  if (events.length === 0) return;
  const values = insertedValues(events, metadata);
  // Both queries are sent before either is awaited, so that the caller's next query comes after them.
  const gap = findGap(client, appends);
  const inserted = client.query({ name: 'append-to-stream', text: sql, values });
  try {
    const [behindGap] = await pipelined([gap, inserted]);
    if (behindGap !== undefined) throw conflictOn(appends, behindGap);
  } catch (error) {
    throw asConflict(appends, error);
  }
}

/** A stream that lacks the version before its first new one. */
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
