import type { RecordedEvent } from './envelope.js';
import type { TopicName } from './topics.js';

export interface CloudEventMessage {
  key: string;
  value: string;
  headers: Record<string, string>;
  partition: number;
}

export interface IncomingMessage {
  topic: string;
  partition: number;
  key: Buffer | string | null;
  value: Buffer | string | null;
  headers: Record<string, Buffer | string | (Buffer | string)[] | undefined>;
}

/** Header type of the relay's count of what it has sent to a partition; not an event. */
export const sequenceCheckType = 'RelayWatermark';

/** An event as a CloudEvents 1.0 message in Kafka's binary mode. */
export function toCloudEvent(event: RecordedEvent): CloudEventMessage {
  const headers: Record<string, string> = {
    ce_specversion: '1.0',
    ce_id: event.id,
    ce_type: event.type,
    ce_source: `/broadside/${event.topic.split('.', 1)[0]}`,
    ce_subject: event.stream,
    ce_sequence: String(event.version),
    ce_partitionkey: event.key,
    ce_time: event.occurredAt,
    ce_recordedtime: event.recordedAt,
    ce_correlationid: event.correlationId,
    ce_dataschema: `urn:broadside:schema:${event.type}:${event.schemaVersion}`,
    'content-type': 'application/json',
  };
  if (event.causationId !== undefined) headers['ce_causationid'] = event.causationId;
  if (event.traceparent !== undefined) headers['ce_traceparent'] = event.traceparent;
  return { key: event.key, value: JSON.stringify(event.data), headers, partition: event.partition };
}

/** Characters; what a key column of the consumers' tables takes with ease. */
const longestHeader = 500;
const highestVersion = 2_147_483_647;

export class MalformedMessage extends Error {}

/**
 * Reads a message back.
 * @throws MalformedMessage when a header is missing or the value is not JSON.
 */
export function fromCloudEvent(message: IncomingMessage): RecordedEvent {
  const header = (name: string): string | undefined => {
    const value = message.headers[name];
    return value === undefined ? undefined : String(Array.isArray(value) ? value[0] : value);
  };
  const required = (name: string): string => {
    const value = header(name);
    if (value === undefined || value === '') throw new MalformedMessage(`header ${name} is missing`);
    if (value.length > longestHeader || /\p{Cc}/u.test(value))
      throw new MalformedMessage(`header ${name} is not plain`);
    return value;
  };
  const version = Number(required('ce_sequence'));
  if (!Number.isInteger(version) || version < 1 || version > highestVersion) {
    throw new MalformedMessage('ce_sequence is not a version');
  }
  const causationId = header('ce_causationid');
  const traceparent = header('ce_traceparent');
  return {
    id: required('ce_id'),
    type: required('ce_type'),
    schemaVersion: Number(required('ce_dataschema').split(':').at(-1)),
    stream: required('ce_subject'),
    version,
    topic: message.topic as TopicName,
    key: required('ce_partitionkey'),
    partition: message.partition,
    occurredAt: required('ce_time'),
    recordedAt: required('ce_recordedtime'),
    correlationId: required('ce_correlationid'),
    ...(causationId !== undefined && { causationId }),
    ...(traceparent !== undefined && { traceparent }),
    data: parseValue(message.value),
  };
}

function parseValue(value: Buffer | string | null): unknown {
  try {
    return JSON.parse(String(value));
  } catch {
    throw new MalformedMessage('the value is not JSON');
  }
}
