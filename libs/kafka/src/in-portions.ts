import type { OutgoingMessage, TopicMessages } from './outgoing-message.js';

/** Bytes. A request's messages to one partition become one batch, which must stay below the topic's limit. */
const portionBytes = 900_000;

const headerBytes = ({ headers }: OutgoingMessage) =>
  Object.entries(headers).reduce((sum, [name, value]) => sum + name.length + value.length, 0);

/** Splits messages into requests of at most 0.9 MB, or of one larger message, in the same order. */
export function* inPortions(topicMessages: TopicMessages[]): Generator<TopicMessages[]> {
  let portion: TopicMessages[] = [];
  let bytes = 0;
  for (const { topic, messages } of topicMessages) {
    let begun = 0;
    for (const [index, message] of messages.entries()) {
      const size = Buffer.byteLength(message.value) + headerBytes(message);
      if (bytes > 0 && bytes + size > portionBytes) {
        if (index > begun) portion.push({ topic, messages: messages.slice(begun, index) });
        yield portion;
        [portion, bytes, begun] = [[], 0, index];
      }
      bytes += size;
    }
    if (messages.length > begun) portion.push({ topic, messages: messages.slice(begun) });
  }
  if (portion.length > 0) yield portion;
}
