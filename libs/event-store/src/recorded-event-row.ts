import type { RecordedEvent } from '#contracts/envelope.js';
import type { TopicName } from '#contracts/topics.js';

const isoTime = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** The columns of `events` in the form of {@link RecordedEventRow}. Postgres converts times to text; data stays text. */
export const recordedEventColumns = `events.id, type, schema_version, stream, version, topic, key, partition,
  ${isoTime('occurred_at')} AS occurred_at, ${isoTime('recorded_at')} AS recorded_at,
  correlation_id, causation_id, traceparent, data::text AS data`;

export interface RecordedEventRow {
  id: string;
  type: string;
  schema_version: number;
  stream: string;
  version: number;
  topic: string;
  key: string;
  partition: number;
  occurred_at: string;
  recorded_at: string;
  correlation_id: string;
  causation_id: string | null;
  traceparent: string | null;
  data: string;
}

/** An event's metadata, with the data as the text that is stored. */
export function toEnvelope(row: RecordedEventRow): Omit<RecordedEvent, 'data'> {
  return {
    id: row.id,
    type: row.type,
    schemaVersion: row.schema_version,
    stream: row.stream,
    version: row.version,
    topic: row.topic as TopicName,
    key: row.key,
    partition: row.partition,
    occurredAt: row.occurred_at,
    recordedAt: row.recorded_at,
    correlationId: row.correlation_id,
    ...(row.causation_id !== null && { causationId: row.causation_id }),
    ...(row.traceparent !== null && { traceparent: row.traceparent }),
  };
}
