import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { BroadsideEvent } from '#contracts/events.js';
import { createTestDatabase, type TestDatabase } from '#testing/postgres.js';
import { storedTallies } from '#testing/tally/tallies.js';
import { asMessages, versionsOf } from '#testing/tally/tally-events.js';
import { createTallyTables, tallySet } from '#testing/tally/tally-set.js';
import { PoisonMessageGuard, maxEndsAlone } from './poison-message-guard.js';
import type { BatchInput } from './portion.js';
import { readDeadLetters } from './read-dead-letters.js';

let database: TestDatabase;
let schema: string;
/** The messages of each transaction. */
let given: string[][];

beforeAll(async () => {
  database = await createTestDatabase();
});
beforeEach(async () => {
  schema = `careful_${randomUUID().slice(0, 8)}`;
  given = [];
  await createTallyTables(database.pool, schema);
});
afterAll(() => database.drop());

const fatal = 'fatal';
const loadContext = (events: BroadsideEvent[]) => {
  given.push(events.map(({ stream }) => stream));
  return events.some(({ stream }) => stream === fatal)
    ? Promise.reject(Object.assign(new Error('away'), { code: 'ECONNRESET' }))
    : Promise.resolve();
};
const newProcess = () => new PoisonMessageGuard(database.pool, tallySet(schema, { loadContext }));
/** A process that ends in the middle of a batch leaves a note and no rows. */
async function endIn(batch: BatchInput): Promise<void> {
  await expect(newProcess().apply(batch)).rejects.toThrow('away');
  await database.pool.query(`UPDATE ${schema}.attempt SET attempted_by = gen_random_uuid()`);
}
const eventsOf = (count: number, at: number) =>
  Array.from({ length: count }, (_, index) => versionsOf(index === at ? fatal : `well-${index}`, 1, 1)).flat();
const batchOf = (count: number, at = -1, partition = 0) => ({
  ...{ topic: 'a', partition },
  messages: asMessages(eventsOf(count, at)),
});
const letters = async () => (await readDeadLetters(database.pool, schema)).map(({ stream }) => stream);
const counted = async () => (await storedTallies(database.pool, schema)).byStream.length;

test.each([
  [64, 40],
  [64, 0],
  [64, 63],
  [1, 0],
])('of %i events number %i ends processes: one by the batch, and 2 by the event alone', async (count, at) => {
  for (let process = 0; process < 1 + maxEndsAlone; process += 1) {
    await endIn(batchOf(count, at));
    expect(await letters()).toEqual([]);
  }
  expect(given.filter((streams) => streams.includes(fatal)).map(({ length }) => length)).toEqual([count, 1, 1]);
  expect(await newProcess().apply(batchOf(count, at))).toMatchObject({ deadLetters: 1 });
  expect(await letters()).toEqual([fatal]);
  expect(await counted()).toBe(count - 1);
});

test('a process that fails has not ended: a database that goes away and comes back makes no dead letter', async () => {
  await endIn(batchOf(4, 2));
  // Meanwhile the partition moves between the processes.
  const processes = [newProcess(), newProcess()];
  for (let turn = 0; turn < 6; turn += 1) {
    await expect(processes[turn % 2]?.apply(batchOf(4, 2))).rejects.toThrow('away');
  }
  expect(await letters()).toEqual([]);
  expect(await counted()).toBe(2);
});

test('events that were under way beside it are applied one by one, and become no dead letters', async () => {
  await endIn(batchOf(4, 2));
  await database.pool.query(`UPDATE ${schema}.attempt SET partition = 1, first_offset = 0, suspect_until = 3`);
  await database.pool.query(`INSERT INTO ${schema}.checkpoint (topic, partition) VALUES ('a', 1)`);
  given = [];
  expect(await newProcess().apply(batchOf(5, -1, 1))).toMatchObject({ applied: 5, deadLetters: 0 });
  expect(given.map(({ length }) => length)).toEqual([1, 1, 1, 2]);
});

test('only the first batch of a partition is noted, and the first after it was assigned again', async () => {
  const process = newProcess();
  await process.apply(batchOf(3));
  expect((await database.pool.query(`SELECT FROM ${schema}.attempt`)).rowCount).toBe(0);
  await database.pool.query(`ALTER TABLE ${schema}.attempt RENAME TO attempt_away`);
  await process.apply(batchOf(5));
  process.assigned('b');
  await process.apply(batchOf(6));
  process.assigned('a');
  await expect(process.apply(batchOf(7))).rejects.toMatchObject({ code: '42P01' });
});
