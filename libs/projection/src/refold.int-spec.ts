import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { RecordedEvent } from '#contracts/envelope.js';
import type { TopicName } from '#contracts/topics.js';
import { createTopics } from '#kafka/create-topics.js';
import { connectPublisher, type Publisher } from '#kafka/publisher.js';
import { testBrokers } from '#testing/kafka.js';
import { createTestDatabase, type TestDatabase } from '#testing/postgres.js';
import { foldOfLog, storedTallies } from '#testing/tally/tallies.js';
import { asMessages, newerType, publishEvents, versionsOf, withNewer } from '#testing/tally/tally-events.js';
import { createTallyTables, tallySet, type TallyHooks } from '#testing/tally/tally-set.js';
import { applyBatch } from './apply-batch.js';
import { readCheckpoints } from './read-checkpoints.js';
import { readUnknownTypes } from './read-unknown-types.js';
import { refold, type Refolded } from './refold.js';

let database: TestDatabase;
let publisher: Publisher;
let schema: string;
let topic: TopicName;

beforeAll(async () => {
  [database, publisher] = await Promise.all([createTestDatabase(), connectPublisher(testBrokers(), 'test')]);
});
beforeEach(async () => {
  schema = `refold_${randomUUID().slice(0, 8)}`;
  topic = `tally.${schema}` as TopicName;
  await Promise.all([createTallyTables(database.pool, schema), createTopics(testBrokers(), [topic])]);
});
afterAll(async () => {
  await publisher.disconnect();
  await database.drop();
});

const older = () => tallySet(schema, { unknown: [newerType], unknownTypes: 'skip' });
const newer = (hooks: TallyHooks = {}) => tallySet(schema, { unknownTypes: 'skip', ...hooks });

/** Streams of one partition, each with its own key, because in a set that goes on each row is made by one stream. */
const keys = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
];
const partitionOf = (key: string) => versionsOf(key, 1, 1)[0]?.partition;
const [first = '', second = ''] = keys.filter((key) => partitionOf(key) === partitionOf(keys[0] ?? ''));
const of = (stream: string, last: number, ...newerVersions: number[]) =>
  withNewer(versionsOf(stream, 1, last), ...newerVersions).map((event) => ({ ...event, topic }));

let next = 0;
const apply = (set: ReturnType<typeof older>, events: RecordedEvent[]) => {
  const messages = asMessages(events, next);
  next += events.length;
  return applyBatch(database.pool, set, { topic, partition: events[0]?.partition ?? 0, messages });
};
const stored = () => storedTallies(database.pool, schema);
const counts = async () => Object.fromEntries((await stored()).byStream.map(({ stream, count }) => [stream, count]));
const noted = async () =>
  (await readUnknownTypes(database.pool, schema)).map(({ type, streams }) => ({ type, streams }));
const foldOf = (events: RecordedEvent[]) => foldOfLog(asMessages(events).map(({ raw }) => raw));

/** The work of a version that knows the type at its start. */
async function again(set = newer(), onPortion: (refolded: Refolded) => void = () => undefined): Promise<Refolded[]> {
  const told: Refolded[] = [];
  const take = (refolded: Refolded) => {
    told.push(refolded);
    onPortion(refolded);
  };
  await refold(database.pool, set, { brokers: testBrokers(), signal: new AbortController().signal, onPortion: take });
  return told;
}

beforeEach(() => {
  next = 0;
});

test('a set that goes on passes the event by, applies later ones, counts both, and notes the stream', async () => {
  const events = of(first, 4, 2);
  const outcome = await apply(older(), events);
  expect(outcome).toMatchObject({ applied: 3, parked: 0, deadLetters: 0, unknownTypes: [newerType] });
  expect(await counts()).toEqual({ [first]: 3 });
  expect(await noted()).toEqual([{ type: newerType, streams: 1 }]);
  await apply(older(), events);
  expect(await readCheckpoints(database.pool, schema)).toMatchObject([{ counted: 4n }]);
  expect(await noted()).toEqual([{ type: newerType, streams: 1 }]);
});

test('after the refold the rows are as if the type had always been known; other rows are unchanged', async () => {
  const [one, two] = [of(first, 5, 2, 4), of(second, 3)];
  // Events arrive early, late and repeated, as a topic may have them.
  await publishEvents(publisher, topic, [...one.slice(1, 3), ...two, ...one.slice(0, 2), ...one]);
  await apply(older(), [...one, ...two]);
  await database.pool.query(`UPDATE ${schema}.by_stream SET trail = 'untouched' WHERE stream = $1`, [second]);
  expect(await again(older())).toEqual([]);
  expect(await again()).toEqual([{ refolded: 1, moved: [], failed: [] }]);
  const expected = foldOf([...one, ...two]);
  const told = await stored();
  expect(told.byStream.find(({ stream }) => stream === first)).toEqual(
    expected.byStream.find(({ stream }) => stream === first),
  );
  expect(told.byStream.find(({ stream }) => stream === second)?.trail).toBe('untouched');
  expect(told.byKey).toEqual(expected.byKey);
  expect(await noted()).toEqual([]);
  expect(await again()).toEqual([]);
});

test('events of the topic beyond the stored version are left to the batches', async () => {
  const one = of(first, 5, 2);
  await publishEvents(publisher, topic, one);
  await apply(older(), one.slice(0, 3));
  await again();
  expect(await counts()).toEqual({ [first]: 3 });
  await apply(newer(), one.slice(3));
  expect(await stored()).toEqual(foldOf(one));
});

test('a stream that continues while it is read is folded once more, in two processes at once', async () => {
  const one = of(first, 60, 2);
  await publishEvents(publisher, topic, one);
  await apply(older(), one.slice(0, 3));
  let isMoved = false;
  const loadContext = async () => {
    if (isMoved) return;
    isMoved = true;
    await apply(newer(), one.slice(3));
  };
  const told = await again(newer({ loadContext }));
  expect(told).toEqual([{ refolded: 0, moved: [first], failed: [] }]);
  expect(await noted()).toEqual([{ type: newerType, streams: 1 }]);
  const [here, there] = await Promise.all([again(), again()]);
  expect([...here, ...there].reduce((sum, { refolded }) => sum + refolded, 0)).toBe(1);
  expect(await stored()).toEqual(foldOf(one));
});

test('a stream that the topic no longer has, or whose event is refused, stays as it was, and does not hold up the others', async () => {
  const [one, two] = [of(first, 3, 2), of(second, 3, 2)];
  await publishEvents(publisher, topic, [...one.slice(1), ...two]);
  await apply(older(), [...one, ...two]);
  const before = await stored();
  expect(await again()).toEqual([{ refolded: 1, moved: [], failed: [first] }]);
  expect(await counts()).toEqual({ [first]: 2, [second]: 3 });
  expect(await noted()).toEqual([{ type: newerType, streams: 1 }]);
  // It is not read again and again.
  expect(await again()).toEqual([]);
  expect((await stored()).byStream.find(({ stream }) => stream === first)).toEqual(
    before.byStream.find(({ stream }) => stream === first),
  );
});

test('if Kafka or the database fails meanwhile, no stream stays claimed, and nothing has changed', async () => {
  const one = of(first, 3, 2);
  await publishEvents(publisher, topic, one);
  await apply(older(), one);
  const loadContext = () => Promise.reject(Object.assign(new Error('away'), { code: '57P01' }));
  await expect(again(newer({ loadContext }))).rejects.toThrow('away');
  expect(await counts()).toEqual({ [first]: 2 });
  await again();
  expect(await stored()).toEqual(foldOf(one));
});

test('a row that two streams make is written by neither of them', async () => {
  const make = (stream: string) =>
    withNewer(versionsOf(stream, 1, 3, 'one-key'), 2).map((event) => ({ ...event, topic }));
  const events = ['one', 'two'].flatMap(make);
  await publishEvents(publisher, topic, events);
  await apply(older(), events);
  const before = await stored();
  const [told] = await again();
  expect({ ...told, failed: told?.failed.sort() }).toEqual({ refolded: 0, moved: [], failed: ['one', 'two'] });
  expect(await stored()).toEqual(before);
});
