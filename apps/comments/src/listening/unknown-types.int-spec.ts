import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { BroadsideEvent, DataOf, EventType } from '#contracts/events.js';
import * as people from '#contracts/people/person.examples.js';
import type { TopicName } from '#contracts/topics.js';
import { createTopics } from '#kafka/create-topics.js';
import { connectPublisher } from '#kafka/publisher.js';
import { InMemoryKeyring } from '#keyring/in-memory-keyring.js';
import { ReplicatedPeople } from '#known-people/replicated-people.js';
import { applyBatch } from '#projection/apply-batch.js';
import type { ProjectionSet } from '#projection/projection.js';
import { refold } from '#projection/refold.js';
import { testBrokers } from '#testing/kafka.js';
import { createTestDatabase, type TestDatabase } from '#testing/postgres.js';
import { recorded } from '#testing/recorded.js';
import { asMessages, publishEvents } from '#testing/tally/tally-events.js';
import { createTables } from '#testing/create-tables.js';
import { listeningTables } from '../comments.tables.js';
import { listeningSet } from './listening.set.js';

const newer = listeningSet(new InMemoryKeyring());
const { PersonReinstated: _unknown, NickPicked: _unknownToo, ...known } = newer.handling;
const older = { ...newer, handling: known as ProjectionSet['handling'] };

const topic = `listening.${randomUUID().slice(0, 8)}` as TopicName;
const personId = people.guestIntroduced.personId;
const [sessionId = ''] = people.sessionsEnded.sessionIds;

function one<Type extends EventType>(version: number, type: Type, data: DataOf<Type>): BroadsideEvent {
  return recorded({ ...{ type, version, topic, stream: `person-${personId}`, key: personId }, data: () => data });
}
const events = [
  one(1, 'GuestIntroduced', people.guestIntroduced),
  one(2, 'PersonSuspended', people.personSuspended),
  one(3, 'PersonReinstated', people.personReinstated),
  one(4, 'NickPicked', people.nickPicked),
  one(5, 'PersonBanned', people.personBanned),
  one(6, 'SessionsEnded', people.sessionsEnded),
];

let [behind, knowing]: TestDatabase[] = [];

async function listeningDatabase(): Promise<TestDatabase> {
  const database = await createTestDatabase();
  await createTables(database.pool, listeningTables);
  return database;
}
const give = ({ pool }: TestDatabase, set: ProjectionSet) =>
  applyBatch(pool, set, { topic, partition: 0, messages: asMessages(events) });
const rowsOf = async ({ pool }: TestDatabase) => {
  const { rows } = await pool.query('SELECT * FROM listening.known_person, listening.ended_session');
  return rows as unknown[];
};
const sanctionsIn = async ({ pool }: TestDatabase, session?: string) =>
  new ReplicatedPeople(pool).find({ personId, sessionId: session ?? randomUUID(), kind: 'guest', roles: [] });

beforeAll(async () => {
  [behind, knowing] = await Promise.all([listeningDatabase(), listeningDatabase()]);
  await createTopics(testBrokers(), [topic]);
  const publisher = await connectPublisher(testBrokers(), 'test');
  await publishEvents(publisher, topic, events);
  await publisher.disconnect();
});
afterAll(() => Promise.all([behind?.drop(), knowing?.drop()]));

test('a ban and an ended session take effect, though they follow an event that the older version does not know', async () => {
  if (!behind) throw new Error('there is no database');
  expect(await give(behind, older)).toMatchObject({ applied: 4, parked: 0, deadLetters: 0 });
  expect(await sanctionsIn(behind)).toMatchObject({ sanctions: { ban: { reason: 'spam', until: null } } });
  expect(await sanctionsIn(behind, sessionId)).toEqual({ over: 'revoked' });
});

test('the newer version rebuilds the stream: its rows are those of a service that always knew the types', async () => {
  if (!behind || !knowing) throw new Error('there is no database');
  await give(knowing, newer);
  expect(await rowsOf(behind)).not.toEqual(await rowsOf(knowing));
  const { signal } = new AbortController();
  await refold(behind.pool, newer, { brokers: testBrokers(), signal });
  expect(await rowsOf(behind)).toEqual(await rowsOf(knowing));
  expect(await sanctionsIn(behind)).toMatchObject({ sanctions: { ban: { reason: 'spam', until: null } } });
});
