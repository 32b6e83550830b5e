import { toCloudEvent, sequenceCheckType } from '#contracts/cloud-events.js';
import type { OutgoingMessage, TopicMessages } from '#kafka/outgoing-message.js';
import { toEnvelope } from '../recorded-event-row.js';
import type { OutboxRow } from './fetch-outbox.js';
import type { RelayedCount } from './read-relayed.js';

/** Outbox rows as CloudEvents by topic, in the rows' order. The data is sent as the stored text. */
export function toMessages(rows: OutboxRow[]): TopicMessages[] {
  return byTopic(
    rows.map((row) => {
      const { key, headers, partition } = toCloudEvent({ ...toEnvelope(row), data: null });
      return { topic: row.topic, message: { key, value: row.data, headers, partition } };
    }),
  );
}

/** One message for each partition with the number of events sent to it, for the sequence check. */
export function toSequenceChecks(counts: RelayedCount[]): TopicMessages[] {
  return byTopic(
    counts.map(({ topic, partition, count }) => ({
      topic,
      message: { key: null, value: `{"count":${count}}`, headers: { ce_type: sequenceCheckType }, partition },
    })),
  );
}

function byTopic(entries: { topic: string; message: OutgoingMessage }[]): TopicMessages[] {
  const groups = Map.groupBy(entries, ({ topic }) => topic);
  return [...groups].map(([topic, group]) => ({ topic, messages: group.map(({ message }) => message) }));
}
