import type { RecordedEvent } from '#contracts/envelope.js';
import type { ClientBase } from 'pg';

/** Keeps events until their predecessors come. @returns how many were not parked already. */
export async function parkEvents(client: ClientBase, schema: string, events: RecordedEvent[]): Promise<number> {
  if (events.length === 0) return 0;
  const { rowCount } = await client.query(
    `INSERT INTO ${schema}.parked_event (stream, version, event)
     SELECT * FROM unnest($1::text[], $2::int[], $3::json[]) ON CONFLICT DO NOTHING`,
    [
      events.map(({ stream }) => stream),
      events.map(({ version }) => version),
      events.map((event) => JSON.stringify(event)),
    ],
  );
  return rowCount ?? 0;
}

export async function unparkEvents(client: ClientBase, schema: string, events: RecordedEvent[]): Promise<void> {
  if (events.length === 0) return;
  await client.query(
    `DELETE FROM ${schema}.parked_event WHERE (stream, version) IN (SELECT * FROM unnest($1::text[], $2::int[]))`,
    [events.map(({ stream }) => stream), events.map(({ version }) => version)],
  );
}
