import { join } from 'node:path';
import type { Benchmark } from '../benchmark.js';
import { createScratchDatabase } from '../scratch-database.js';
import { createScratchTopic } from '../scratch-topic.js';
import { perSecond } from '../show.js';
import { median } from '../statistics.js';
import { say } from '../progress.js';
import { relayOutbox } from '../relay/relay-outbox.js';
import { relayTopic } from '../relay/relayed-events.js';
import { eventStoreDatabase } from '#event-store/schema/event-store.tables.js';
import { migrateDatabase } from '#postgres/migrations/migrate-database.js';
import { generateWordpress } from './generate-wordpress.js';
import { runImporter } from './run-importer.js';

const size = { articles: 500, comments: 20_000, deepest: 300 };
const withinMs = 120_000;

/** Comments a second of a WordPress export from the file to what readers see, beside what the relay alone carries. */
export const measureImport: Benchmark = async ({ copy, rounds }) => {
  const file = join(copy.dataFolder, 'storm.xml');
  await generateWordpress(file, size);
  const database = await createScratchDatabase(copy.postgresUrl, 'import_relay');
  await migrateDatabase(database.url, eventStoreDatabase, { name: 'bench' });
  await createScratchTopic(copy.brokers, relayTopic);
  const rates: number[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const { seconds } = await runImporter(copy.dataFolder, ['--source', `storm ${round}`, file], withinMs);
    rates.push(size.comments / seconds);
    say(`import, round ${round} of ${rounds}: ${perSecond(size.comments / seconds)}`);
  }
  const relayed = await relayOutbox(database, copy.brokers);
  await database.drop();
  return [
    {
      name: 'import, comments (the relay alone)',
      ...{ ours: perSecond(median(rates)), reference: perSecond(relayed), ratio: (median(rates) / relayed).toFixed(2) },
    },
  ];
};
