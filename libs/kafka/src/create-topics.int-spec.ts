import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { testBrokers } from '#testing/kafka.js';
import { createTopics } from './create-topics.js';
import { readEnds } from './read-ends.js';

test('topics that were created are visible to the next client', async () => {
  // A broker learns of a new topic a moment after the controller created it. It is seldom soon enough in all of these
  // rounds.
  for (let turn = 0; turn < 5; turn += 1) {
    const topic = `created.${randomUUID()}`;
    await createTopics(testBrokers(), [topic]);
    expect(await readEnds(testBrokers(), [topic])).toHaveLength(12);
  }
});
