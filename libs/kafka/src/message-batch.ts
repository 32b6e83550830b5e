import type { Batch, EachBatchPayload, IHeaders, KafkaMessage } from 'kafkajs';
import { fromCloudEvent, MalformedMessage, sequenceCheckType } from '#contracts/cloud-events.js';
import type { RecordedEvent } from '#contracts/envelope.js';

/** One message of a topic: an event, a count of the sequence check, or neither. */
export interface BatchMessage {
  offset: string;
  key: string | null;
  event?: RecordedEvent;
  /** How many distinct events the relay has sent to this partition so far. */
  sequenceCheck?: number;
  /** Why it is not an event. */
  malformed?: string;
  raw: { key: Buffer | null; value: Buffer | null; headers: IHeaders };
}

export interface MessageBatch {
  topic: string;
  partition: number;
  highWatermark: string;
  messages: BatchMessage[];
  /** The offset that was requested. Offsets between it and the first message are not in the topic. */
  fetchedFrom: bigint;
  /** The offset to request next: after the last message, and after markers and aborted messages that follow it. */
  nextOffset: bigint;
  /** Where the topic begins; set for a handler whose `seekTo` lay before it. */
  begin?: bigint;
  /** Keeps the group membership alive during long work; throws when the partition is no longer ours. */
  heartbeat(): Promise<void>;
}

/** Of kafkajs, which has this field but does not declare it. */
type FetchedBatch = Batch & { fetchedOffset: string };

export function toMessageBatch({ batch, heartbeat }: EachBatchPayload): MessageBatch {
  const { topic, partition, highWatermark, messages, fetchedOffset } = batch as FetchedBatch;
  return {
    ...{ topic, partition, highWatermark, heartbeat },
    fetchedFrom: BigInt(fetchedOffset),
    nextOffset: BigInt(batch.lastOffset()) + 1n,
    messages: messages.map((message) => toBatchMessage(topic, partition, message)),
  };
}

export function toBatchMessage(topic: string, partition: number, message: KafkaMessage): BatchMessage {
  const { offset, key, value, headers = {} } = message;
  const raw = { key, value, headers };
  const common = { offset, key: key === null ? null : key.toString(), raw };
  if (headers['ce_type']?.toString() === sequenceCheckType) {
    const count = readCount(value);
    return count === undefined
      ? { ...common, malformed: 'sequence check without a count' }
      : { ...common, sequenceCheck: count };
  }
  try {
    return { ...common, event: fromCloudEvent({ topic, partition, key, value, headers }) };
  } catch (error) {
    // Whatever error reading the message throws, the batch still reaches the handler.
    return { ...common, malformed: error instanceof MalformedMessage ? error.message : String(error) };
  }
}

function readCount(value: Buffer | null): number | undefined {
  try {
    const { count } = JSON.parse(String(value)) as { count?: unknown };
    return typeof count === 'number' ? count : undefined;
  } catch {
    return undefined;
  }
}
