import type { ClientBase } from 'pg';
import { recordedEventColumns, type RecordedEventRow } from '../recorded-event-row.js';
import { firstRepublishedId, isRepublished } from './republished-ids.js';

export interface OutboxRow extends RecordedEventRow {
  outbox_id: string;
}

export interface Portion {
  /** Upper bound of live events. */
  live: number;
  /** Upper bound of republished events; they follow the live ones. */
  republished: number;
  /** Outbox ids that are already being sent. */
  underway: string[];
}

export interface Fetched {
  rows: OutboxRow[];
  /** How many of the rows are republished events. */
  republished: number;
  /** Whether no other live event was waiting. */
  isAllLive: boolean;
  /** Whether no other republished event was waiting, as far as they were asked for. */
  isAllRepublished: boolean;
}

/** Upper bound of a batch's stored (compressed) bytes; the first row is fetched whatever its size. */
export const maxBatchBytes = 4_000_000;

// The outbox is drained as a set: the lowest ids that are not being sent already. A cursor ("id > last") would skip a
// transaction that took its ids early and committed late. LATERAL with OFFSET looks up each event by its position; for a join Postgres would
// hash all of `events`, even for one row. NOT IN is hashed; `<> ALL` would compare each row with the whole array.
const waiting = (condition: string, limit: string) => `
  (SELECT id, position FROM outbox
   WHERE ${condition} AND id NOT IN (SELECT unnest($3::bigint[])) ORDER BY id LIMIT ${limit})`;

const sql = `
SELECT outbox_id, live, looked_at, ${recordedEventColumns}
FROM (
  SELECT outbox.id AS outbox_id, event.*, count(*) OVER ()::int AS looked_at,
         (count(*) FILTER (WHERE outbox.id < ${firstRepublishedId}) OVER ())::int AS live,
         sum(pg_column_size(data)) OVER (ORDER BY outbox.id) - pg_column_size(data) AS bytes_before
  FROM (${waiting(`id < ${firstRepublishedId}`, '$1')} UNION ALL ${waiting(`id >= ${firstRepublishedId}`, '$2')}) AS outbox
  CROSS JOIN LATERAL (SELECT * FROM events WHERE events.position = outbox.position OFFSET 0) AS event
) AS events
WHERE bytes_before < ${maxBatchBytes}
ORDER BY outbox_id`;

/** The next events to relay. */
export async function fetchOutbox(client: ClientBase, { live, republished, underway }: Portion): Promise<Fetched> {
  const query = { name: 'fetch-outbox', text: sql, values: [live, republished, underway] };
  const { rows } = await client.query<OutboxRow & { live: number; looked_at: number }>(query);
  const found = rows[0] ?? { live: 0, looked_at: 0 };
  const sentAgain = rows.filter(({ outbox_id }) => isRepublished(outbox_id)).length;
  return {
    rows,
    republished: sentAgain,
    isAllLive: found.live < live && rows.length - sentAgain === found.live,
    isAllRepublished: republished === 0 || (sentAgain < republished && rows.length === found.looked_at),
  };
}
