import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { toCloudEvent } from '#contracts/cloud-events.js';
import { partitionOf } from '#contracts/topics.js';
import type { BroadsideEvent } from '#contracts/events.js';
import { createTopics } from '#kafka/create-topics.js';
import type { MessageBatch } from '#kafka/message-batch.js';
import { connectPublisher } from '#kafka/publisher.js';
import { createPool } from '#postgres/postgres-pool.js';
import { BatchProjector } from '#projection/nest/batch-projector.js';
import { canonicalDump, digestOf } from '#read-models/canonical-dump.js';
import { readListVersion } from '#read-models/shown/read-answer-version.js';
import { migrateReadDatabase } from '#read-models/read-database.js';
import { HealthChecks } from '#process/health-checks.js';
import { Metrics } from '#process/metrics.js';
import { eventually } from '#testing/eventually.js';
import { testBrokers } from '#testing/kafka.js';
import { createTestDatabase, type TestDatabase } from '#testing/postgres.js';
import { testRenderer } from '#testing/rendering/renderers.js';
import type { Pool } from 'pg';
import { pino } from 'pino';
import { readModels } from './read-models.set.js';
import { ada, grace, History, readAnswers } from './shown/shown-at-hand.js';

const key = Buffer.alloc(32, 7);
const keyring = {
  createKeys: () => Promise.resolve(),
  keysOf: (ids: string[]) => Promise.resolve(new Map(ids.map((id) => [id, key]))),
  destroyKey: () => Promise.resolve(),
};
const renderer = testRenderer();
const prefix = randomUUID().slice(0, 8);
const topicOf = ({ topic }: BroadsideEvent) => `${prefix}.${topic}`;
const topics = ['articles.events.v1', 'comments.events.v1', 'users.events.v1'].map((topic) => `${prefix}.${topic}`);

interface RunningSet {
  pool: Pool;
  /** The log lines of this projector. */
  lines: Record<string, unknown>[];
  close(): Promise<void>;
}

let database: TestDatabase;
const running: RunningSet[] = [];
beforeAll(async () => {
  database = await createTestDatabase();
  await createTopics(testBrokers(), topics);
});
afterAll(async () => {
  for (const each of running) await each.close();
  renderer.close();
  await database.drop();
});

/** A projector of this set, as in production, on the one database. */
async function start(name: string): Promise<RunningSet> {
  await migrateReadDatabase(database.url, name);
  const pool = createPool(database.url, { name, schema: name, max: 6 });
  const lines: RunningSet['lines'] = [];
  const log = pino({}, { write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>) });
  const set = readModels(keyring, renderer, name);
  const [metrics, health] = [new Metrics(), new HealthChecks()];
  const projector = new BatchProjector({ pool, set, log, metrics, health, brokers: testBrokers(), clientId: name });
  const server = projector.createServer();
  for (const topic of topics) server.addHandler(topic, (batch: MessageBatch) => projector.apply(batch), true);
  server.listen(() => undefined);
  const close = async () => {
    await server.close();
    await projector.close();
    await pool.end();
  };
  const started = { pool, lines, close };
  running.push(started);
  return started;
}

/** Keyed as in the contract: one partition has all comments of an article. */
const keyOf = ({ data, stream }: BroadsideEvent) => ('articleId' in data ? data.articleId : stream);

async function publish(events: BroadsideEvent[]): Promise<void> {
  const publisher = await connectPublisher(testBrokers(), 'test');
  const batches = [...Map.groupBy(events, topicOf)].map(([topic, some]) => ({
    topic,
    messages: some.map((event) => toCloudEvent({ ...event, partition: partitionOf(keyOf(event)) })),
  }));
  await publisher.publish(batches);
  await publisher.disconnect();
}

const streamsOf = async ({ pool }: RunningSet) =>
  (await pool.query<{ sum: string }>('SELECT coalesce(sum(version), 0) AS sum FROM stream_progress')).rows[0]?.sum;
const hasFolded = (set: RunningSet, events: number) =>
  eventually(async () => (await streamsOf(set)) === String(events), {
    ...{ what: `${events} events to be folded`, timeoutMs: 30_000, everyMs: 50 },
  });
const digest = async ({ pool }: RunningSet) => digestOf(await canonicalDump(pool));

/** Reads the answers to strangers in a loop, until stopped. @returns all answers it read. */
function keepReading({ pool }: RunningSet): { stop(): Promise<Set<string>> } {
  const seen = new Set<string>();
  let isOver = false;
  const reading = (async () => {
    while (!isOver) seen.add(JSON.stringify(await readAnswers(pool)));
  })();
  return {
    stop: async () => {
      isOver = true;
      await reading;
      return seen;
    },
  };
}

test('two sets that are built side by side from the same topics are equal, while the first is read', async () => {
  const history = new History(key);
  const comments = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, at) => history.comment('CommentPosted', from + at, { body: `No. ${at}` }));
  const before = [
    history.article('ArticlePublished'),
    history.person(ada, 'GuestIntroduced', { name: 'Ada' }),
    history.person(grace, 'UserRegistered', { username: 'Grace', roles: [] }),
    ...comments(1, 1_201),
    history.article('CommentsClosed'),
    history.person(ada, 'GuestLinked', { accountId: grace }),
  ];
  await publish(before);
  const first = await start('read_v1');
  await hasFolded(first, before.length);

  const told: unknown[] = [];
  const listener = await database.pool.connect();
  listener.on('notification', ({ channel }) => told.push(channel));
  await listener.query('LISTEN progress_read_v1; LISTEN progress_read_v2');
  const reading = keepReading(first);
  const second = await start('read_v2');
  await hasFolded(second, before.length);
  const answers = await reading.stop();
  expect(answers.size).toBe(1);
  expect([...answers][0]).toContain('No. 1199');
  expect(new Set(told)).toEqual(new Set(['progress_read_v2']));
  listener.release(true);
  expect(await digest(second)).toBe(await digest(first));

  const after = [history.article('CommentsReopened'), ...comments(1_201, 1_211), history.person(ada, 'PersonErased')];
  await publish(after);
  for (const set of [first, second]) await hasFolded(set, before.length + after.length);
  expect(await digest(second)).toBe(await digest(first));
});

test('a projector that takes partitions over raises all versions, because an older one may have changed rows without raising them', async () => {
  const [first] = running;
  if (!first) throw new Error('no set was started');
  const version = () => readListVersion(first.pool);
  const before = await version();
  await start('read_v1');
  await eventually(async () => (await version()) !== before, { what: 'the version of lists to be another' });
});

test('and the log tells how far the second set has come', async () => {
  const lines = () => running[1]?.lines ?? [];
  await eventually(() => lines().some(({ msg }) => msg === 'the set is built'), { what: 'the set to be said built' });
  expect(lines()[0]).toMatchObject({ schema: 'read_v2', messages: 1_205, msg: 'the set is being built' });
});
