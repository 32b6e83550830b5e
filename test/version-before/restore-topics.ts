import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createTopics } from '#kafka/create-topics.js';
import type { OutgoingMessage } from '#kafka/outgoing-message.js';
import { connectPublisher } from '#kafka/publisher.js';
import { fixture, linesOf } from './fixture.js';

/** Restores the topics of the version before, on brokers without topics: message by message, so at the same offsets. */
export async function restoreTopics(brokers: string[]): Promise<void> {
  await createTopics(brokers);
  const publisher = await connectPublisher(brokers, 'restore');
  try {
    for (const file of readdirSync(join(fixture, 'topics'))) {
      await publisher.publish([
        { topic: basename(file, '.ndjson'), messages: linesOf<OutgoingMessage>('topics', file) },
      ]);
    }
  } finally {
    await publisher.disconnect();
  }
}
