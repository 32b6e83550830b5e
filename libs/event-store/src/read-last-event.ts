import type { RecordedEvent } from '#contracts/envelope.js';
import type { ClientBase } from 'pg';
import { recordedEventColumns, toEnvelope, type RecordedEventRow } from './recorded-event-row.js';

const sql = `SELECT ${recordedEventColumns} FROM events WHERE stream = $1 ORDER BY version DESC LIMIT 1`;

/** The last event of a stream; undefined if the stream does not exist. */
export async function readLastEvent(client: ClientBase, stream: string): Promise<RecordedEvent | undefined> {
  const { rows } = await client.query<RecordedEventRow>({ name: 'read-last-event', text: sql, values: [stream] });
  const [row] = rows;
  return row && { ...toEnvelope(row), data: JSON.parse(row.data) as unknown };
}
