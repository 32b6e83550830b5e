import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomBytes, randomUUIDv7 } from 'node:crypto';
import { personErased } from '#contracts/people/person.examples.js';
import { partitionOf, topics } from '#contracts/topics.js';
import { connectPublisher, type Publisher } from '#kafka/publisher.js';
import { createTopics } from '#kafka/create-topics.js';
import { createTables } from '#testing/create-tables.js';
import { keyringDatabase } from './keyring.tables.js';
import { testBrokers } from '#testing/kafka.js';
import { createTestDatabase, type TestDatabase } from '#testing/postgres.js';
import { recorded } from '#testing/recorded.js';
import { publishEvents } from '#testing/tally/tally-events.js';
import { PostgresKeyring } from './postgres-keyring.js';
import { replayErasures } from './replay-erasures.js';

let database: TestDatabase;
let publisher: Publisher;
const installation = { active: 'one', keys: { one: randomBytes(32).toString('base64') } };

/** As a process that has just started: it has cached no keys. */
const freshKeyring = () => new PostgresKeyring(database.pool, installation);
const hasKey = async (personId: string) => (await freshKeyring().keysOf([personId])).get(personId) !== undefined;

beforeAll(async () => {
  database = await createTestDatabase();
  await createTables(database.pool, ...keyringDatabase.groups);
  await createTopics(testBrokers(), []);
  publisher = await connectPublisher(testBrokers(), 'replay-erasures');
});
afterAll(async () => {
  await publisher.disconnect();
  await database.drop();
});

async function erasedInTheTopic(): Promise<string> {
  const personId = randomUUIDv7();
  const { name: topic } = topics.users;
  const data = { ...personErased, personId };
  const about = { stream: `person-${personId}`, version: 2, topic, key: personId };
  const event = recorded({ ...about, type: 'PersonErased', data: () => data });
  await publishEvents(publisher, topic, [{ ...event, partition: partitionOf(personId) }]);
  return personId;
}

describe('erasures replayed from the users topic', () => {
  test('destroy keys; a keyring reads nothing twice, but a restored one reads everything again', async () => {
    const [stays, goes] = [randomUUIDv7(), await erasedInTheTopic()];
    await freshKeyring().createKeys([stays, goes]);
    await replayErasures(freshKeyring(), testBrokers());
    expect([await hasKey(stays), await hasKey(goes)]).toEqual([true, false]);

    await restore(goes, { withPositions: false });
    await replayErasures(freshKeyring(), testBrokers());
    expect(await hasKey(goes)).toBe(true);

    await restore(goes, { withPositions: true });
    await replayErasures(freshKeyring(), testBrokers());
    expect([await hasKey(stays), await hasKey(goes)]).toEqual([true, false]);
  });

  test('continue at the stored offset, and start over where the topic is shorter than that', async () => {
    const goes = await erasedInTheTopic();
    await freshKeyring().createKeys([goes]);
    await replayErasures(freshKeyring(), testBrokers());
    expect(await hasKey(goes)).toBe(false);
    await restore(goes, { withPositions: false });
    await database.pool.query('UPDATE erasures_replayed SET next_offset = next_offset + 1000000');
    await replayErasures(freshKeyring(), testBrokers());
    expect(await hasKey(goes)).toBe(false);
  });
});

/** Restores the person's key from a backup, with or without the offsets that the keyring had stored then. */
async function restore(personId: string, { withPositions }: { withPositions: boolean }): Promise<void> {
  await database.pool.query('DELETE FROM person_keys WHERE person_id = $1', [personId]);
  await freshKeyring().createKeys([personId]);
  if (withPositions) await database.pool.query('DELETE FROM erasures_replayed');
}
