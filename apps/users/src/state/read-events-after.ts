import type { ClientBase } from 'pg';

export interface EventRow {
  version: number;
  id: string;
  type: string;
  occurredAt: Date;
  data: unknown;
}

/** Upper bound of the events, and of their stored bytes, that are in memory at once while a stream is folded. */
export const foldPage = { events: 5_000, bytes: 4_000_000 };

// Reads a range of versions, which have no gaps: for a LIMIT the plan would sort the whole stream for each page. The first
// event is read whatever its size; the size is that on disk, which is known without reading the event.
const sql = `
SELECT version, id, type, occurred_at AS "occurredAt", data FROM (
  SELECT *, sum(pg_column_size(data)) OVER (ORDER BY version) AS bytes FROM (
    SELECT version, id, type, occurred_at, data FROM events WHERE stream = $1 AND version > $2 AND version <= $2 + $3
  ) AS next
) AS measured
WHERE bytes <= $4 OR version = $2 + 1 ORDER BY version`;

/** The events of a stream after a version, in order, up to {@link foldPage}. */
export async function readEventsAfter(client: ClientBase, stream: string, version: number): Promise<EventRow[]> {
  const values = [stream, version, foldPage.events, foldPage.bytes];
  const { rows } = await client.query<EventRow>({ name: 'read-events-after', text: sql, values });
  return rows;
}
