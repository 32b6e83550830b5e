import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { createTopics } from '#kafka/create-topics.js';
import { connectPublisher } from '#kafka/publisher.js';
import { eventually } from '#testing/eventually.js';
import { testBrokers } from '#testing/kafka.js';
import { createTestDatabase, type TestDatabase } from '#testing/postgres.js';
import { startTallyProjector } from '#testing/tally/start-tally-projector.js';
import { storedTallies } from '#testing/tally/tallies.js';
import { asMessages, publishEvents, versionsOf } from '#testing/tally/tally-events.js';
import { createTallyTables, tallySet, type TallyHooks } from '#testing/tally/tally-set.js';
import { applyBatch } from './apply-batch.js';
import { readCheckpoints } from './read-checkpoints.js';
import { readDeadLetters } from './read-dead-letters.js';
import { deadLetterTopic } from './send-dead-letters.js';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(() => database.drop());

/** A schema in which Postgres refuses, with this code, every stream whose name begins with `refused`. */
async function refusingSchema(code: string): Promise<string> {
  const schema = `refused_${randomUUID().slice(0, 8)}`;
  await createTallyTables(database.pool, schema);
  await database.pool.query(`
    CREATE FUNCTION ${schema}.refuse() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'not this one' USING ERRCODE = '${code}'; END $$;
    CREATE TRIGGER refuse BEFORE INSERT ON ${schema}.by_stream
      FOR EACH ROW WHEN (NEW.stream LIKE 'refused%') EXECUTE FUNCTION ${schema}.refuse()`);
  return schema;
}

const among = (count: number, key: string) =>
  Array.from({ length: count }, (_, index) => (index === (count >> 1) + 3 ? `refused-${key}` : `well-${key}-${index}`));
const eventsOf = (streams: string[], key: string) => streams.flatMap((stream) => versionsOf(stream, 1, 1, key));
const counts = async (schema: string) => (await storedTallies(database.pool, schema)).byStream.length;

describe('a refused event among 500 blocks no other', () => {
  test('in several partitions at once, with as many connections as the projector has', async () => {
    const schema = await refusingSchema('54000');
    const topic = `tally.${schema}`;
    const brokers = testBrokers();
    await createTopics(brokers, [topic, deadLetterTopic(tallySet(schema).group)]);
    // All events are there before the consumer, so that it gets batches of hundreds.
    const keys = ['a', 'b', 'c', 'd', 'e', 'f'];
    const publisher = await connectPublisher(brokers, 'test');
    for (const key of keys) await publishEvents(publisher, topic, eventsOf(among(500, key), key));
    await publisher.disconnect();
    const projector = startTallyProjector({ databaseUrl: database.url, brokers, topic, schema, name: 'refused' });
    try {
      const all = 499 * keys.length;
      const what = 'all the others to be stored';
      await eventually(async () => (await counts(schema)) === all, { what, timeoutMs: 30_000, everyMs: 100 });
      await eventually(async () => (await readDeadLetters(database.pool, schema)).length === keys.length, { what });
      const letters = await readDeadLetters(database.pool, schema);
      expect(letters.map(({ stream }) => stream).sort()).toEqual(keys.map((key) => `refused-${key}`));
    } finally {
      await projector.close();
    }
  }, 60_000);
});

describe('only the refused event becomes a dead letter, whatever refuses it', () => {
  const batch = () => ({ topic: 'a', partition: 0, messages: asMessages(eventsOf(among(64, 'x'), 'x')) });
  const letters = async (schema: string) =>
    (await readDeadLetters(database.pool, schema)).map(({ stream, reason }) => ({ stream, reason }));

  test.each(['22P05', '23514', '54000', '54001', 'P0001', 'XX000'])('the database, with %s', async (code) => {
    const schema = await refusingSchema(code);
    expect(await applyBatch(database.pool, tallySet(schema), batch())).toMatchObject({ applied: 63, deadLetters: 1 });
    expect(await letters(schema)).toEqual([{ stream: 'refused-x', reason: 'error: not this one' }]);
  });

  test('also if the name of its stream cannot be stored: its dead letter names no stream', async () => {
    const schema = await refusingSchema('22P05');
    await database.pool.query(`
      CREATE TRIGGER refuse BEFORE INSERT ON ${schema}.halted_stream
      FOR EACH ROW WHEN (NEW.stream LIKE 'refused%') EXECUTE FUNCTION ${schema}.refuse()`);
    expect(await applyBatch(database.pool, tallySet(schema), batch())).toMatchObject({ applied: 63, deadLetters: 1 });
    expect(await letters(schema)).toEqual([{ stream: null, reason: 'cannot be stored' }]);
  });

  const fail = (is: boolean) => {
    if (is) throw new RangeError('Maximum call stack \0 size exceeded');
  };
  const isRefused = ({ stream }: { stream: string }) => stream === 'refused-x';
  test.each<[string, TallyHooks]>([
    [
      'what is fetched for a batch',
      { loadContext: (events) => Promise.resolve().then(() => fail(events.some(isRefused))) },
    ],
    ['even if it gives no promise', { loadContext: (events) => Promise.resolve(fail(events.some(isRefused))) }],
    ['reading rows', { load: (streams) => fail(streams.includes('refused-x')) }],
    ['writing rows', { save: (rows) => fail(rows.some(isRefused)) }],
    ['the fold', { isPoison: isRefused }],
  ])('the code: %s', async (_where, hooks) => {
    const schema = `refused_${randomUUID().slice(0, 8)}`;
    await createTallyTables(database.pool, schema);
    const set = tallySet(schema, hooks);
    expect(await applyBatch(database.pool, set, batch())).toMatchObject({ applied: 63, deadLetters: 1 });
    expect(await letters(schema)).toMatchObject([{ stream: 'refused-x' }]);
    // Its stream waits in any case, so the event comes alone.
    const later = asMessages(versionsOf('refused-x', 2, 2, 'x'), 64);
    expect(await applyBatch(database.pool, set, { ...batch(), messages: later })).toMatchObject({ parked: 1 });
    expect(await letters(schema)).toHaveLength(1);
  });
});

describe('an event is not at fault for a database that is away', () => {
  test.each(['08006', '25006', '26000', '40001', '40P01', '42P01', '53100', '55P03', '57014', '57P01'])(
    '%s: nothing becomes a dead letter, and the batch can be applied again',
    async (code) => {
      const schema = await refusingSchema(code);
      const batch = { topic: 'a', partition: 0, messages: asMessages(eventsOf(among(8, 'x'), 'x')) };
      await expect(applyBatch(database.pool, tallySet(schema), batch)).rejects.toMatchObject({ code });
      expect(await readDeadLetters(database.pool, schema)).toEqual([]);
      expect(await readCheckpoints(database.pool, schema)).toEqual([]);
      await database.pool.query(`DROP TRIGGER refuse ON ${schema}.by_stream`);
      expect(await applyBatch(database.pool, tallySet(schema), batch)).toMatchObject({ applied: 8, deadLetters: 0 });
    },
  );
});
