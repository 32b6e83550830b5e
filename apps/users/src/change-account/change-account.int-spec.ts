import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID, randomUUIDv7 } from 'node:crypto';
import type { TokenSigner } from '#identity/token-signer.js';
import { eventually } from '#testing/eventually.js';
import { EndSessionsController } from '../end-sessions/end-sessions.controller.js';
import { lockCredentials } from '../log-in/lock-credentials.js';
import { findPasswordHash } from '../person/find-password-hash.js';
import { UsersFixture, pseudonymKey, requestOf, statusOf } from '../person/users-fixture.js';
import { PickNickController } from '../pick-nick/pick-nick.controller.js';
import { RegisterController } from '../register/register.controller.js';
import { RestoreNickController } from '../restore-nick/restore-nick.controller.js';
import { readSessionState } from '../session/read-session-state.js';
import { startSession } from '../session/start-session.js';
import { ChangeAccountController } from './change-account.controller.js';

const times = { sessionSeconds: 3_600, accessSeconds: 60, graceSeconds: 30 };
const signer = { sign: () => Promise.resolve('signed') } as unknown as TokenSigner;
let people: UsersFixture;
beforeAll(async () => (people = await UsersFixture.open()));
afterAll(() => people.close());

async function register(username: string): Promise<string> {
  const { commands, pool, links } = people.replica(0);
  const controller = new RegisterController(commands, pool, signer, times, pseudonymKey, links);
  const body = { username, email: `${username}@example.org`, password: 'correct horse' };
  return (await controller.handle(requestOf(undefined, body))).personId;
}
const change = (personId: string, body: object, turn = 0) => {
  const { commands, pool } = people.replica(turn);
  return new ChangeAccountController(commands, pool, pseudonymKey).handle(requestOf(personId, body));
};
const pick = (personId: string, name: string, turn = 0) =>
  new PickNickController(people.replica(turn).commands, pseudonymKey).handle(requestOf(personId, { name }));
const restore = (personId: string) =>
  new RestoreNickController(people.replica(0).commands, pseudonymKey).handle(requestOf(personId));
const eventsOf = (personId: string) => people.stored.store.readStream(`person-${personId}`);
const someoneWaits = async () => {
  const waiting = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  return (await people.stored.database.pool.query(waiting)).rowCount === 1;
};
const typesOf = async (personId: string) => (await eventsOf(personId)).map(({ type }) => type);

test('a change to a name or e-mail that another has changes nothing at all', async () => {
  const [ada, bob] = [await register('ada'), await register('bob')];
  expect(await statusOf(change(bob, { username: 'Ada', bio: 'Sums.' }))).toBe(409);
  expect(await statusOf(change(bob, { username: 'robert', email: 'ada@example.org' }))).toBe(409);
  expect(await statusOf(change(bob, { username: 'm0derator' }))).toBe(422);
  expect(await typesOf(bob)).toEqual(['UserRegistered']);
  // The other requested name stays free, and the present one stays theirs.
  expect(await statusOf(change(ada, { username: 'robert' }))).toBe(200);
  expect(await statusOf(change(ada, { username: 'bob' }))).toBe(409);
});

test('a released name stays reserved for its holder for a while; a released e-mail is free at once', async () => {
  const [cyd, dan] = [await register('cyd'), await register('dan')];
  const { streams } = await change(cyd, { username: 'cydney', email: 'cydney@example.org' });
  expect(streams).toEqual({ [`person-${cyd}`]: 2 });
  expect(await statusOf(change(dan, { username: 'cyd' }))).toBe(409);
  expect(await statusOf(change(dan, { email: 'cyd@example.org' }))).toBe(200);
  expect(await statusOf(change(cyd, { username: 'cyd' }))).toBe(200);
});

test('a new password ends the other sessions; a named session that has ended is not found', async () => {
  const eve = await register('eve');
  const { pool, commands } = people.replica(0);
  const id = randomUUIDv7();
  const startedAt = new Date();
  await startSession(pool, { id, personId: eve, startedAt, expiresAt: new Date(startedAt.getTime() + 60_000) });
  const end = (sessions: string) => new EndSessionsController(commands).handle(requestOf(eve, { sessions }));
  expect(await statusOf(end(randomUUID()))).toBe(404);
  expect(await end(id)).toEqual({ streams: { [`person-${eve}`]: 2 } });
  expect(await statusOf(end(id))).toBe(404);
  expect(await statusOf(end('this'))).toBe(200);
  await change(eve, { password: 'battery staple' });
  expect(await typesOf(eve)).toEqual(['UserRegistered', 'SessionsEnded', 'PasswordChanged', 'SessionsEnded']);
  expect(await end('all')).toEqual({ streams: { [`person-${eve}`]: 4 } });
});

test('a new password ends the session too that a sign-in with the old one is about to store', async () => {
  const ivy = await register('ivy');
  const { pool, events } = people.replica(1);
  const [id, startedAt] = [randomUUIDv7(), new Date()];
  const session = { id, personId: ivy, startedAt, expiresAt: new Date(startedAt.getTime() + 60_000) };
  let changing: Promise<unknown> | undefined;
  await events.transact(async ({ client }) => {
    await lockCredentials(client, { personId: ivy, passwordHash: (await findPasswordHash(client, ivy)) ?? '' });
    await startSession(client, session);
    changing = change(ivy, { password: 'battery staple' });
    await eventually(someoneWaits, { what: 'the change to wait' });
  });
  await changing;
  expect(await readSessionState(pool, id, ivy)).toEqual({ over: true });
});

test('an account’s nick is reserved for it; a guest’s nick must only be free', async () => {
  const [fay, guest] = [await register('fay'), await people.introduce()];
  const picks = await Promise.all([fay, await register('gil')].map((each, turn) => statusOf(pick(each, 'Snoo', turn))));
  expect(picks.sort()).toEqual([200, 409]);
  expect(await statusOf(pick(guest, 'snoo'))).toBe(409);
  expect(await statusOf(pick(guest, 'm0derator'))).toBe(422);
  expect(await statusOf(pick(fay, 'FAY'))).toBe(422);
  expect(await statusOf(pick(guest, 'Broom'))).toBe(200);
  expect(await statusOf(pick(fay, 'Broom'))).toBe(200);
  expect(await restore(fay)).toEqual({ streams: { [`person-${fay}`]: (await eventsOf(fay)).length } });
  expect((await typesOf(fay)).at(-1)).toBe('OriginalNickRestored');
  expect(await statusOf(pick(await register('hal'), 'Broom'))).toBe(409);
});
