import { toCloudEvent } from '#contracts/cloud-events.js';
import type { RecordedEvent } from '#contracts/envelope.js';
import { connectPublisher } from '#kafka/publisher.js';
import { chunksOf } from '../chunks.js';
import { projectionTopic } from './projection-topic.js';

/** Puts the events into the topic that both sides then read from its beginning. */
export async function produceComments(brokers: string[], events: RecordedEvent[]): Promise<void> {
  const publisher = await connectPublisher(brokers, 'bench-comments');
  try {
    for (const chunk of chunksOf(events, 500)) {
      await publisher.publish([{ topic: projectionTopic, messages: chunk.map(toCloudEvent) }]);
    }
  } finally {
    await publisher.disconnect();
  }
}
