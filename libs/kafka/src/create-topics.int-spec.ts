import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { testBrokers } from '#testing/kafka.js';
import { createTopics } from './create-topics.js';
import { readEnds } from './read-ends.js';

test('topics that were created are there for whoever asks next', async () => {
  // A broker hears of a new topic a moment after the controller has made it: seldom in so many turns each time soon enough.
  for (let turn = 0; turn < 5; turn += 1) {
    const topic = `created.${randomUUID()}`;
    await createTopics(testBrokers(), [topic]);
    expect(await readEnds(testBrokers(), [topic])).toHaveLength(12);
  }
});
