import type { ClientBase } from 'pg';
import { recordedEventColumns, type RecordedEventRow } from '../recorded-event-row.js';

export interface OutboxRow extends RecordedEventRow {
  outbox_id: string;
}

export interface Fetched {
  rows: OutboxRow[];
  /** Nothing else was waiting. */
  isAll: boolean;
}

/** As stored, which is compressed; the first row comes whatever its size. */
const mostBytes = 4_000_000;

// The outbox is drained as a set: whatever is there, lowest id first, but for what is on its way already. A cursor
// ("id > last") would skip a transaction that took its ids early and committed late.
// LATERAL with OFFSET looks each event up by its position: joined, the plan for a batch is a hash over all of `events`,
// also where only one event waits. NOT IN is hashed; `<> ALL` would go through the array for each row.
const sql = `
SELECT outbox_id, looked_at, ${recordedEventColumns}
FROM (
  SELECT outbox.id AS outbox_id, event.*, count(*) OVER ()::int AS looked_at,
         sum(pg_column_size(data)) OVER (ORDER BY outbox.id) - pg_column_size(data) AS bytes_before
  FROM (SELECT id, position FROM outbox WHERE id NOT IN (SELECT unnest($2::bigint[])) ORDER BY id LIMIT $1) AS outbox
  CROSS JOIN LATERAL (SELECT * FROM events WHERE events.position = outbox.position OFFSET 0) AS event
) AS events
WHERE bytes_before < ${mostBytes}
ORDER BY outbox_id`;

/** The next events to relay, at most `limit`, without those whose outbox ids are `underway`. */
export async function fetchOutbox(client: ClientBase, limit: number, underway: string[]): Promise<Fetched> {
  const query = { name: 'fetch-outbox', text: sql, values: [limit, underway] };
  const { rows } = await client.query<OutboxRow & { looked_at: number }>(query);
  return { rows, isAll: rows.length < limit && rows.length === (rows[0]?.looked_at ?? 0) };
}
