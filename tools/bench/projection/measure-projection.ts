import { canonicalDump, digestOf } from '#read-models/canonical-dump.js';
import { migrateReadDatabase } from '#read-models/read-database.js';
import { defaultReadSet } from '#read-models/read-set.js';
import type { Benchmark } from '../benchmark.js';
import { compare } from '../figure.js';
import { inRounds } from '../in-rounds.js';
import { say } from '../progress.js';
import { createScratchDatabase, settle } from '../scratch-database.js';
import { createScratchTopic } from '../scratch-topic.js';
import { perSecond } from '../show.js';
import { commentEvents, people } from './commented.js';
import { keyringWith } from './keyring-with.js';
import { produceComments } from './produce-comments.js';
import { projectPlainly } from './project-plainly.js';
import { projectWithOurs } from './project-with-ours.js';
import { projectionTopic } from './projection-topic.js';

/** How fast a topic of comments becomes rows, beside a script that knows nothing but these rows. */
export const measureProjection: Benchmark = async ({ copy: { postgresUrl, brokers }, rounds }) => {
  const keys = people();
  const keyring = await keyringWith(postgresUrl, keys);
  await createScratchTopic(brokers, projectionTopic);
  await produceComments(brokers, commentEvents(keys));
  say('projection: the topic is filled');
  const digests = new Set<string>();
  const onFreshDatabase = async (work: (url: string) => Promise<number>) => {
    const database = await createScratchDatabase(postgresUrl, 'projection', defaultReadSet);
    await migrateReadDatabase(database.url);
    await settle(postgresUrl);
    const rate = await work(database.url);
    digests.add(digestOf(await canonicalDump(database.pool)));
    await database.drop();
    return rate;
  };
  const measured = await inRounds(
    'projection',
    { rounds, show: perSecond },
    {
      ours: () => onFreshDatabase((url) => projectWithOurs(url, { brokers, keyring })),
      reference: () => onFreshDatabase((url) => projectPlainly(url, { brokers, keys })),
    },
  );
  await keyring.close();
  if (digests.size !== 1) throw new Error('the two ways of projecting did not leave the same rows');
  return [compare({ name: 'projection, events', ...measured, show: perSecond, target: { atLeast: 0.5 } })];
};
