import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { articlePublished } from '#contracts/articles/article.examples.js';
import type { RecordedEvent } from '#contracts/envelope.js';
import { partitionOf } from '#contracts/topics.js';
import { createTopics } from '#kafka/create-topics.js';
import { connectPublisher, type Publisher } from '#kafka/publisher.js';
import { eventually } from '#testing/eventually.js';
import { testBrokers } from '#testing/kafka.js';
import { createTestDatabase, type TestDatabase } from '#testing/postgres.js';
import { startTallyProjector } from '#testing/tally/start-tally-projector.js';
import { asMessages, publishEvents, versionsOf } from '#testing/tally/tally-events.js';
import { createTallyTables, tallySet } from '#testing/tally/tally-set.js';
import { applyBatch } from '../apply-batch.js';
import { refoldBehind, refoldedBytesAtOnce } from '../refold-behind.js';
import type { Refolded } from '../refold.js';

let database: TestDatabase;
let publisher: Publisher;
let schema: string;
let topic: string;
beforeAll(async () => {
  [database, publisher] = await Promise.all([createTestDatabase(), connectPublisher(testBrokers(), 'test')]);
});
beforeEach(async () => {
  schema = `behind_${randomUUID().slice(0, 8)}`;
  topic = `tally.${schema}`;
  await Promise.all([createTallyTables(database.pool, schema), createTopics(testBrokers(), [topic])]);
});
afterAll(async () => {
  await publisher.disconnect();
  await database.drop();
});

const apply = (events: RecordedEvent[], offset = 0) => {
  const [{ partition } = { partition: 0 }] = events;
  return applyBatch(database.pool, tallySet(schema), { topic, partition, messages: asMessages(events, offset) });
};
const found = (streams: string[]) => streams.map((stream) => ({ stream, partition: partitionOf(stream), bytes: 100 }));

test('what could not be folded anew at first is tried again', async () => {
  const events = versionsOf('one', 1, 3);
  await publishEvents(publisher, topic, events);
  await apply(events);
  let [looked, isSaved] = [0, false];
  const find = () => {
    looked += 1;
    return looked === 1
      ? Promise.reject(new Error('deadlock detected'))
      : Promise.resolve(found(isSaved ? [] : ['one']));
  };
  const whenSaved = () => Promise.resolve(void (isSaved = true));
  const projector = startTallyProjector({
    ...{ databaseUrl: database.url, brokers: testBrokers(), topic, schema, name: 'behind', alertEveryMs: 100 },
    behind: { topic, projections: tallySet(schema).projections, find, whenSaved },
  });
  await eventually(() => isSaved, { what: 'the second attempt', timeoutMs: 20_000 }).finally(projector.close);
}, 40_000);

test('streams that continue all the time do not hold up those of other partitions', async () => {
  const [busy, calm] = [versionsOf('one', 1, 3), versionsOf('two', 1, 3)];
  expect(busy[0]?.partition).not.toBe(calm[0]?.partition);
  await publishEvents(publisher, topic, [...busy, ...calm]);
  await apply(busy.slice(0, 2));
  await apply(calm);
  const behind = new Set(['one', 'two']);
  const loadContext = async (events: { stream: string }[]) => {
    if (events[0]?.stream === 'one') await apply(busy.slice(2), 2);
  };
  const told: Refolded[] = [];
  const onPortion = (refolded: Refolded) => {
    told.push(refolded);
    if (refolded.refolded > 0) behind.delete('two');
  };
  const set = {
    ...tallySet(schema, { loadContext }),
    behind: { topic, projections: tallySet(schema).projections, find: () => Promise.resolve(found([...behind])) },
  };
  const refolding = { brokers: testBrokers(), signal: new AbortController().signal, onPortion };
  expect(await refoldBehind(database.pool, set, refolding)).toBe(true);
  expect(told).toEqual([
    { refolded: 0, moved: ['one'], failed: [] },
    { refolded: 1, moved: [], failed: [] },
  ]);
});

test('no more is held in memory, nor written at once, than so many bytes', async () => {
  const streams = Array.from({ length: 200 }, (_, at) => `stream-${at}`)
    .filter((stream) => partitionOf(stream) === partitionOf('stream-0'))
    .slice(0, 6);
  const data = { ...articlePublished, body: '€'.repeat(50_000) };
  const events = streams.flatMap((stream) =>
    versionsOf(stream, 1, 1).map((event) => ({ ...event, type: 'ArticlePublished', data })),
  );
  await publishEvents(publisher, topic, events);
  await apply(events);
  const behind = new Set(streams);
  const find = () => Promise.resolve(found([...behind]).map((one) => ({ ...one, bytes: refoldedBytesAtOnce / 4 })));
  let saved = 0;
  const whenSaved = () => Promise.resolve(void (saved += 1));
  const told: number[] = [];
  const onPortion = ({ refolded }: Refolded) => {
    told.push(refolded);
    for (const stream of [...behind].slice(0, refolded)) behind.delete(stream);
  };
  const set = { ...tallySet(schema), behind: { topic, projections: tallySet(schema).projections, find, whenSaved } };
  await refoldBehind(database.pool, set, { brokers: testBrokers(), signal: new AbortController().signal, onPortion });
  expect({ told, saved }).toEqual({ told: [4, 2], saved: 3 });
});
