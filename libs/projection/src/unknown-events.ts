import type { RecordedEvent } from '#contracts/envelope.js';
import type { ClientBase } from 'pg';

/** Characters of a type that are stored; no real type is as long. */
export const notedOfType = 100;

/** Notes streams with passed-by events, so that a version that knows their types folds them again. */
export async function noteUnknownEvents(client: ClientBase, schema: string, events: RecordedEvent[]): Promise<void> {
  if (events.length === 0) return;
  await client.query(
    `INSERT INTO ${schema}.unknown_event (stream, type, version, topic, partition)
     SELECT * FROM unnest($1::text[], $2::text[], $3::int[], $4::text[], $5::int[]) ON CONFLICT DO NOTHING`,
    [
      events.map(({ stream }) => stream),
      events.map(({ type }) => type.slice(0, notedOfType)),
      events.map(({ version }) => version),
      events.map(({ topic }) => topic),
      events.map(({ partition }) => partition),
    ],
  );
}

/** Deletes the notes of streams that were folded again, because all their types are known now. */
export async function deleteUnknownEvents(
  client: ClientBase,
  schema: string,
  streams: string[],
  types: string[],
): Promise<void> {
  await client.query(`DELETE FROM ${schema}.unknown_event WHERE stream = ANY($1) AND type = ANY($2)`, [streams, types]);
}
