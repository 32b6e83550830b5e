import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { RecordedEvent } from '#contracts/envelope.js';
import type { BatchMessage } from '#kafka/message-batch.js';
import { eventually } from '#testing/eventually.js';
import { createTestDatabase, type TestDatabase } from '#testing/postgres.js';
import { storedTallies } from '#testing/tally/tallies.js';
import { asMessages, versionsOf } from '#testing/tally/tally-events.js';
import { createTallyTables, tallySet, type TallyHooks } from '#testing/tally/tally-set.js';
import { applyBatch } from './apply-batch.js';
import { readCheckpoints } from './read-checkpoints.js';
import { readDeadLetters } from './read-dead-letters.js';
import { takeDeadLetter } from './take-dead-letter.js';

let database: TestDatabase;
let schema: string;

beforeAll(async () => {
  database = await createTestDatabase();
});
beforeEach(async () => {
  schema = `checkpoint_${randomUUID().slice(0, 8)}`;
  await createTallyTables(database.pool, schema);
});
afterAll(() => database.drop());

const give = (messages: BatchMessage[], hooks: TallyHooks = {}) =>
  applyBatch(database.pool, tallySet(schema, hooks), { topic: 'a', partition: 0, messages });
const stored = async () => {
  const { byStream } = await storedTallies(database.pool, schema);
  return Object.fromEntries(byStream.map(({ stream, count }) => [stream, count]));
};
const nextOffset = async () => (await readCheckpoints(database.pool, schema))[0]?.nextOffset;
const someoneWaits = async () => {
  const waiting = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  return ((await database.pool.query(waiting)).rowCount ?? 0) > 0;
};

test('a batch below it is not applied again: the checkpoint does not go back, and no message becomes a second dead letter', async () => {
  const [event, next] = versionsOf('one', 1, 2, 'key') as [RecordedEvent, RecordedEvent];
  const nonsense: BatchMessage = {
    ...{ offset: '1', key: null, malformed: 'not an event' },
    raw: { key: null, value: Buffer.from('x'), headers: {} },
  };
  const batch = [...asMessages([event]), nonsense];
  expect(await give(batch)).toMatchObject({ applied: 1, deadLetters: 1 });
  const client = await database.pool.connect();
  await takeDeadLetter(client, schema, { topic: 'a', partition: 0, offset: '1' }).finally(() => client.release());
  await give(asMessages([next], 2));

  expect(await give(batch)).toMatchObject({ applied: 0, skipped: 2, deadLetters: 0 });
  expect(await readDeadLetters(database.pool, schema)).toEqual([]);
  expect(await nextOffset()).toBe(3n);
  expect(await stored()).toEqual({ one: 2 });
});

test('a batch beyond it is not applied before the messages between', async () => {
  const events = versionsOf('one', 1, 3, 'key');
  await give(asMessages(events.slice(0, 1)));
  await expect(give(asMessages(events.slice(2), 2))).rejects.toMatchObject({ seekTo: '1' });
  expect(await nextOffset()).toBe(1n);
  await give(asMessages(events.slice(1), 1));
  expect(await stored()).toEqual({ one: 3 });
});

test('of two processes that begin a partition at once, the second continues where the first ended', async () => {
  const events = versionsOf('one', 1, 4, 'key');
  const entered = Promise.withResolvers<void>();
  const goOn = Promise.withResolvers<void>();
  const loadContext = () => {
    entered.resolve();
    return goOn.promise;
  };
  const first = give(asMessages(events.slice(0, 2)), { loadContext });
  await entered.promise;
  const second = give(asMessages(events));
  await Promise.race([second, eventually(someoneWaits, { what: 'the second to wait for the first' })]);
  goOn.resolve();
  await first;
  expect(await second).toMatchObject({ applied: 2, skipped: 2, parked: 0 });
  expect(await stored()).toEqual({ one: 4 });
});
