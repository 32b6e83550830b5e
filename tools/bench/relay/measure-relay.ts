import { eventStoreDatabase } from '#event-store/schema/event-store.tables.js';
import { migrateDatabase } from '#postgres/migrations/migrate-database.js';
import type { Benchmark } from '../benchmark.js';
import { compare } from '../figure.js';
import { inRounds } from '../in-rounds.js';
import { createScratchDatabase } from '../scratch-database.js';
import { createScratchTopic } from '../scratch-topic.js';
import { perSecond } from '../show.js';
import { produceTheSame } from './produce-the-same.js';
import { relayOutbox } from './relay-outbox.js';
import { relayTopic } from './relayed-events.js';

/** How fast a full outbox reaches Kafka, beside kafkajs that has nothing to read or to delete. */
export const measureRelay: Benchmark = async ({ copy, rounds }) => {
  const database = await createScratchDatabase(copy.postgresUrl, 'relay');
  await migrateDatabase(database.url, eventStoreDatabase, { name: 'bench' });
  await createScratchTopic(copy.brokers, relayTopic);
  const measured = await inRounds(
    'relay',
    { rounds, show: perSecond },
    {
      ours: () => relayOutbox(database, copy.brokers),
      reference: () => produceTheSame(copy.brokers),
    },
  );
  await database.drop();
  return [compare({ name: 'relay, events', ...measured, show: perSecond, target: { atLeast: 0.6 } })];
};
