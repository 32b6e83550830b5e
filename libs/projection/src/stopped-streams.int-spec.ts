import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { RecordedEvent } from '#contracts/envelope.js';
import type { BatchMessage } from '#kafka/message-batch.js';
import { createTestDatabase, type TestDatabase } from '#testing/postgres.js';
import { storedTallies } from '#testing/tally/tallies.js';
import { asMessages, versionsOf } from '#testing/tally/tally-events.js';
import { createTallyTables, tallySet } from '#testing/tally/tally-set.js';
import { applyBatch } from './apply-batch.js';
import type { ProjectionSet } from './projection.js';
import { readDeadLetters } from './read-dead-letters.js';
import { replayStream } from './replay-stream.js';

let database: TestDatabase;
let schema: string;
let set: ProjectionSet;
let codeIsBroken: boolean;

beforeAll(async () => {
  database = await createTestDatabase();
});
beforeEach(async () => {
  schema = `stopped_${randomUUID().slice(0, 8)}`;
  codeIsBroken = true;
  set = tallySet(schema, { isPoison: ({ stream, version }) => codeIsBroken && stream === 'broken' && version === 2 });
  await createTallyTables(database.pool, schema);
});
afterAll(() => database.drop());

const give = (messages: BatchMessage[]) => applyBatch(database.pool, set, { topic: 'a', partition: 0, messages });
const stored = async () => {
  const { byStream } = await storedTallies(database.pool, schema);
  return Object.fromEntries(byStream.map(({ stream, count }) => [stream, count]));
};
const letters = async () => (await readDeadLetters(database.pool, schema)).map(({ offset }) => offset);
const at = (events: RecordedEvent[], version: number) => events.filter((event) => event.version === version);

test('a stream stays halted after its event became a dead letter, even if the event comes again to code that could apply it', async () => {
  const events = versionsOf('broken', 1, 3, 'key');
  expect(await give(asMessages(events))).toMatchObject({ applied: 1, deadLetters: 1 });
  codeIsBroken = false;
  expect(await give(asMessages([...at(events, 2), ...at(events, 3)], 3))).toMatchObject({ applied: 0, deadLetters: 0 });
  expect(await stored()).toEqual({ broken: 1 });
  expect(await letters()).toEqual(['1']);
  await replayStream(database.pool, set, 'broken');
  expect(await stored()).toEqual({ broken: 3 });
});

test('it stays halted within the batch in which the event became one', async () => {
  const events = versionsOf('broken', 1, 2, 'key');
  expect(await give(asMessages([...events, ...at(events, 2)]))).toMatchObject({ applied: 1, deadLetters: 1 });
  expect(await letters()).toEqual(['1']);
});

test('the event that halted it is parked first, and is replayed with the events after it', async () => {
  await give(asMessages(versionsOf('broken', 1, 3, 'key')));
  codeIsBroken = false;
  await replayStream(database.pool, set, 'broken');
  expect(await stored()).toEqual({ broken: 3 });
});

test('an event whose predecessor is missing waits for it, and is applied after it', async () => {
  const events = versionsOf('one', 1, 4, 'key');
  expect(await give(asMessages([...at(events, 1), ...at(events, 3)]))).toMatchObject({ applied: 1, parked: 1 });
  expect(await give(asMessages(at(events, 4), 2))).toMatchObject({ applied: 0, parked: 1 });
  expect(await stored()).toEqual({ one: 1 });
  await give(asMessages(at(events, 2), 3));
  expect(await stored()).toEqual({ one: 4 });
});
