import { expect, test } from '@jest/globals';
import { setTimeout as delay } from 'node:timers/promises';
import { connectPublisher } from '#kafka/publisher.js';
import { append, createTestStore, metadata } from '#testing/event-store.js';
import { eventually } from '#testing/eventually.js';
import { testBrokers } from '#testing/kafka.js';

test('Promise 3: a batch is sent only after Kafka has acknowledged the one before', async () => {
  const store = await createTestStore();
  let underway = 0;
  let most = 0;
  let batches = 0;
  const relay = store.relay({
    batchSize: 2,
    connectPublisher: async () => {
      const publisher = await connectPublisher(testBrokers(), 'test-relay');
      return {
        ...publisher,
        publish: async (batch) => {
          batches += 1;
          most = Math.max(most, (underway += 1));
          await publisher.publish(batch);
          // Long enough that the relay has fetched the next batch.
          await delay(50);
          underway -= 1;
        },
      };
    },
  });
  for (let number = 0; number < 10; number += 1) {
    await store.store.transact((tx) => tx.append([append(`comment-${number}`, 0)], metadata()));
  }
  relay.start();
  await eventually(async () => (await store.outboxDepth()) === 0, { what: 'the outbox to be empty' });
  await relay.stop();
  await store.database.drop();
  expect(batches).toBeGreaterThanOrEqual(5);
  expect(most).toBe(1);
});
