import type { RecordedEvent } from '#contracts/envelope.js';
import type { ClientBase, Pool } from 'pg';
import { recordedEventColumns, toEnvelope, type RecordedEventRow } from './recorded-event-row.js';

const sql = `SELECT ${recordedEventColumns} FROM events WHERE stream = $1 AND version > $2 ORDER BY version`;

/** The events of a stream after a version, in version order; none when it does not exist. */
export async function readStream(client: ClientBase | Pool, stream: string, after = 0): Promise<RecordedEvent[]> {
  const { rows } = await client.query<RecordedEventRow>({ name: 'read-stream', text: sql, values: [stream, after] });
  return rows.map((row) => ({ ...toEnvelope(row), data: JSON.parse(row.data) as unknown }));
}
