import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { createTopics } from '#kafka/create-topics.js';
import { connectPublisher, type Publisher } from '#kafka/publisher.js';
import { eventually } from '#testing/eventually.js';
import { readTopic, testBrokers } from '#testing/kafka.js';
import { createTestDatabase, type TestDatabase } from '#testing/postgres.js';
import { startTallyProjector, type TallyProjector } from '#testing/tally/start-tally-projector.js';
import { foldOfLog, storedTallies } from '#testing/tally/tallies.js';
import { publishEvents, versionsOf } from '#testing/tally/tally-events.js';
import { createTallyTables, tallySet } from '#testing/tally/tally-set.js';
import { measureProjection } from './measure-projection.js';
import { readDeadLetters } from './read-dead-letters.js';
import { replayDeadLetter, StillDead } from './replay-dead-letter.js';
import { replayStream } from './replay-stream.js';
import { deadLetterTopic } from './send-dead-letters.js';

const schema = `poison_${randomUUID().slice(0, 8)}`;
const topic = `tally.${schema}`;
const letters = deadLetterTopic(tallySet(schema).group);
// One key, so that all of them share one partition.
const key = 'one-partition';
const [broken, refused, well] = [`broken-${schema}`, `refused-${schema}`, `well-${schema}`];

let database: TestDatabase;
let publisher: Publisher;
let projector: TallyProjector;
let codeIsBroken = true;
const hooks = {
  isPoison: ({ stream, version }: { stream: string; version: number }) =>
    codeIsBroken && stream === broken && version === 2,
};
const set = tallySet(schema, hooks);

const stored = async () => {
  const { byStream } = await storedTallies(database.pool, schema);
  return Object.fromEntries(byStream.map(({ stream, count }) => [stream, count]));
};
const send = (stream: string, first: number, last: number) =>
  publishEvents(publisher, topic, versionsOf(stream, first, last, key));

beforeAll(async () => {
  database = await createTestDatabase();
  await createTopics(testBrokers(), [topic, letters]);
  await createTallyTables(database.pool, schema);
  await database.pool.query(
    `ALTER TABLE ${schema}.by_stream ADD CONSTRAINT fault CHECK (stream <> '${refused}' OR count < 2)`,
  );
  publisher = await connectPublisher(testBrokers(), 'test');
  projector = startTallyProjector({
    ...{ databaseUrl: database.url, brokers: testBrokers(), topic, schema, name: 'poison', hooks },
  });
});

afterAll(async () => {
  await Promise.all([publisher.disconnect(), projector.close()]);
  await database.drop();
});

describe('promise 9: a poison message stops nobody else', () => {
  test('the partition continues, whether the code, the database or the contract refuses the message', async () => {
    await send(broken, 1, 3);
    await send(refused, 1, 3);
    await publisher.publish([
      {
        topic,
        messages: [
          { key, value: 'not an event', headers: {}, partition: versionsOf(well, 1, 1, key)[0]?.partition ?? 0 },
        ],
      },
    ]);
    await send(well, 1, 3);
    await eventually(async () => (await stored())[well] === 3, { what: 'the healthy stream', timeoutMs: 20_000 });
    expect(await stored()).toEqual({ [broken]: 1, [refused]: 1, [well]: 3 });
    expect(await measureProjection(database.pool, schema)).toMatchObject({ haltedStreams: 2, parkedStreams: 2 });
  });

  test('the message reaches the dead-letter topic within seconds, with its offset and the reason', async () => {
    const dead = await eventually(
      async () => {
        const found = await readTopic(testBrokers(), letters);
        return found.length >= 3 && found;
      },
      { what: 'the dead letters', timeoutMs: 5_000 },
    );
    const told = dead.map(({ headers }) => ({
      stream: headers['ce_subject']?.toString(),
      version: headers['ce_sequence']?.toString(),
      topic: headers['x-topic']?.toString(),
      error: headers['x-error']?.toString(),
    }));
    expect(told).toHaveLength(3);
    expect(told).toEqual(
      expect.arrayContaining([
        { stream: broken, version: '2', topic, error: expect.stringContaining('this event is poison') },
        { stream: refused, version: '2', topic, error: expect.stringContaining('"fault"') },
        { stream: undefined, version: undefined, topic, error: expect.stringContaining('ce_sequence is missing') },
      ]),
    );
  });

  test('a replay before the fix changes nothing', async () => {
    await expect(replayStream(database.pool, set, broken)).rejects.toThrow(StillDead);
    await expect(replayStream(database.pool, set, refused)).rejects.toThrow('"fault"');
    const notAnEvent = (await readDeadLetters(database.pool, schema)).find(({ stream }) => stream === null);
    if (!notAnEvent) throw new Error('the letter that is not an event is missing');
    await expect(replayDeadLetter(database.pool, set, notAnEvent)).rejects.toThrow(StillDead);
    expect(await readDeadLetters(database.pool, schema)).toHaveLength(3);
    expect(await stored()).toEqual({ [broken]: 1, [refused]: 1, [well]: 3 });
  });

  test('a replay after the fix applies it and the parked events of its stream, and the stream continues', async () => {
    codeIsBroken = false;
    await database.pool.query(`ALTER TABLE ${schema}.by_stream DROP CONSTRAINT fault`);
    await send(broken, 4, 4);
    await eventually(
      async () =>
        ((await database.pool.query(`SELECT FROM ${schema}.parked_event WHERE version = 4`)).rowCount ?? 0) > 0,
      { what: 'the event to be parked' },
    );
    expect((await replayStream(database.pool, set, broken))?.progress).toEqual(new Map([[broken, 4]]));
    expect((await replayStream(database.pool, set, refused))?.progress).toEqual(new Map([[refused, 3]]));
    expect(await replayStream(database.pool, set, refused)).toBeUndefined();
    await send(broken, 5, 5);
    await send(refused, 4, 4);
    await eventually(async () => (await stored())[refused] === 4, { what: 'the streams to go on' });
    expect(await stored()).toEqual({ [broken]: 5, [refused]: 4, [well]: 3 });
    expect(await measureProjection(database.pool, schema)).toMatchObject({ haltedStreams: 0, parkedStreams: 0 });
    expect(await storedTallies(database.pool, schema)).toEqual(foldOfLog(await readTopic(testBrokers(), topic)));
  });
});
