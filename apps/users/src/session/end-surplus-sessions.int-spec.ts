import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUIDv7 } from 'node:crypto';
import { UsersFixture } from '../person/users-fixture.js';
import { findSessions } from '../list-sessions/find-sessions.js';
import { endSurplusSessions } from './end-surplus-sessions.js';
import { maxSessions } from './find-surplus-sessions.js';
import { startSession } from './start-session.js';

let people: UsersFixture;
beforeAll(async () => (people = await UsersFixture.open()));
afterAll(() => people.close());

const begin = new Date();
const after = (seconds: number) => new Date(begin.getTime() + seconds * 1_000);

async function signIn(personId: string, turn: number): Promise<string> {
  const { pool, events } = people.replica(turn);
  const id = randomUUIDv7();
  await startSession(pool, { id, personId, startedAt: after(turn), expiresAt: after(3_600 + turn) });
  await endSurplusSessions(pool, events, personId, new Date());
  return id;
}

const endedBy = async (personId: string) => {
  const events = await people.stored.store.readStream(`person-${personId}`);
  return events.filter(({ type }) => type === 'SessionsEnded').map(({ data }) => data as { sessionIds: string[] });
};

test('a person with too many sessions keeps those used last, and the end of the others is published', async () => {
  const personId = await people.register();
  const { goingOn, kept } = maxSessions;
  const ids: string[] = [];
  for (let turn = 0; turn < goingOn + 1; turn += 1) ids.push(await signIn(personId, turn));
  expect(await endedBy(personId)).toMatchObject([
    {
      sessionIds: expect.arrayContaining(ids.slice(0, goingOn + 1 - kept)) as unknown as string[],
      actor: { rule: 'most-sessions' },
    },
  ]);
  const going = await findSessions(people.replica(0).pool, personId);
  expect(going.map(({ id }) => id)).toEqual(ids.slice(-kept).reverse());
});

test('the same holds for sign-ins at the same moment, over two replicas', async () => {
  const personId = await people.register();
  const { goingOn } = maxSessions;
  await Promise.all(Array.from({ length: 2 * goingOn }, (_, turn) => signIn(personId, turn)));
  await signIn(personId, 2 * goingOn);
  const going = await people.stored.database.pool.query(
    'SELECT FROM sessions WHERE person_id = $1 AND ended_at IS NULL',
    [personId],
  );
  expect(going.rowCount).toBeLessThanOrEqual(goingOn);
  const told = (await endedBy(personId)).flatMap(({ sessionIds }) => sessionIds);
  expect(new Set(told).size).toBe(told.length);
  expect(told).toHaveLength(2 * goingOn + 1 - (going.rowCount ?? 0));
});
