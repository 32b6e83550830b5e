import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { connectKafka } from '#kafka/connect-kafka.js';
import { connectPublisher } from '#kafka/publisher.js';
import { createTables, tablesIn } from '#testing/create-tables.js';
import { projectionTables } from './projection.tables.js';
import { testBrokers } from '#testing/kafka.js';
import { createTestDatabase, type TestDatabase } from '#testing/postgres.js';
import { measureLag } from './measure-lag.js';

const topic = `lag-${randomUUID()}`;
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  await createTables(database.pool, tablesIn('lag', projectionTables));
  const admin = connectKafka(testBrokers(), 'lag').admin();
  await admin.connect();
  await admin.createTopics({ waitForLeaders: true, topics: [{ topic, numPartitions: 2, replicationFactor: 1 }] });
  await admin.disconnect();
  const publisher = await connectPublisher(testBrokers(), 'lag');
  const messages = [0, 0, 0, 1].map((partition) => ({ key: null, value: 'x', headers: {}, partition }));
  await publisher.publish([{ topic, messages }]);
  await publisher.disconnect();
});

afterAll(() => database.drop());

test('waiting messages are counted; a topic that ends before the checkpoint is named', async () => {
  const lag = () => measureLag(database.pool, 'lag', testBrokers());
  const stand = (partition: number, next: number) =>
    database.pool.query(
      `INSERT INTO lag.checkpoint (topic, partition, next_offset) VALUES ($1, $2, $3)
       ON CONFLICT (topic, partition) DO UPDATE SET next_offset = excluded.next_offset`,
      [topic, partition, next],
    );
  await stand(0, 1);
  await stand(1, 1);
  expect(await lag()).toEqual({ messages: 2, cutShort: [], truncations: [] });
  await stand(1, 9);
  expect(await lag()).toEqual({ messages: 2, cutShort: [`${topic}/1`], truncations: [] });
});
