import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { personBanned } from '#contracts/people/person.examples.js';
import { IdempotencyKeyReused } from '#event-store/event-store.js';
import type { TokenSigner } from '#identity/token-signer.js';
import { GrantRoleController } from '../grant-role/grant-role.controller.js';
import { now, UsersFixture, pseudonymKey, requestOf, statusOf } from '../person/users-fixture.js';
import { refreshSession } from '../refresh-session/refresh-session.js';
import { RevokeRoleController } from '../revoke-role/revoke-role.controller.js';
import { RegisterController } from './register.controller.js';

const times = { sessionSeconds: 3_600, accessSeconds: 60, graceSeconds: 30 };
const signer = { sign: () => Promise.resolve('signed') } as unknown as TokenSigner;
let people: UsersFixture;
beforeAll(async () => (people = await UsersFixture.open({ roles: ['reader', 'admin'] })));
afterAll(() => people.close());

const wanted = (username: string, more: object = {}) => ({
  ...{ username, email: `${randomUUID()}@example.org`, password: 'correct horse', ...more },
});
const register = (body: object, turn = 0, request = requestOf(undefined, body)) => {
  const { commands, pool, links } = people.replica(turn);
  return new RegisterController(commands, pool, signer, times, pseudonymKey, links).handle(request);
};
const typesOf = async (personId: string) =>
  (await people.stored.store.readStream(`person-${personId}`)).map(({ type }) => type);
const count = async (table: string) =>
  (await people.stored.database.pool.query<{ count: number }>(`SELECT count(*)::int FROM ${table}`)).rows[0]?.count;

test('a registration creates an account, credentials and a session; a repetition gets the same answer', async () => {
  const before = await count('sessions');
  const body = wanted('ada');
  const request = requestOf(undefined, body);
  const first = await register(body, 0, request);
  expect(first).toMatchObject({ username: 'ada', streams: { [`person-${first.personId}`]: 1 } });
  expect(await register(body, 1, request)).toEqual(first);
  expect(await typesOf(first.personId)).toEqual(['UserRegistered']);
  expect(await count('sessions')).toBe((before ?? 0) + 1);
});

test('a refreshable one gives a refresh token; its lost answer is given again, and nothing tells the token', async () => {
  const body = wanted('emmy', { refreshable: true });
  const request = requestOf(undefined, body);
  const first = await register(body, 0, request);
  expect(await register(body, 1, request)).toEqual(first);
  const { events } = people.replica(0);
  const refreshed = await refreshSession(
    { store: events, key: pseudonymKey, times },
    first.refreshToken ?? '',
    new Date(),
  );
  expect(refreshed).toMatchObject({ personId: first.personId });
  expect((await register(wanted('karen'))).refreshToken).toBeUndefined();
  const plain = { ...request, body: { ...body, refreshable: false } };
  await expect(register(plain.body, 0, plain)).rejects.toThrow(IdempotencyKeyReused);
});

test('of many registrations of one name at once, over two replicas, one succeeds; the others leave nothing behind', async () => {
  const before = await Promise.all(['reservations', 'credentials', 'commands'].map(count));
  const answers = await Promise.all(Array.from({ length: 8 }, (_, turn) => statusOf(register(wanted('grace'), turn))));
  expect(answers.sort()).toEqual([200, ...Array.from({ length: 7 }, () => 409)]);
  const after = await Promise.all(['reservations', 'credentials', 'commands'].map(count));
  expect(after.map((each, index) => (each ?? 0) - (before[index] ?? 0))).toEqual([2, 1, 1]);
});

test('the guest is linked, or nobody is registered', async () => {
  const [guest, banned] = [await people.introduce(), await people.introduce()];
  const { personId, streams } = await register(wanted('mary', { guestToken: guest }));
  expect(streams).toEqual({ [`person-${personId}`]: 1, [`person-${guest}`]: 2 });
  expect(await typesOf(guest)).toEqual(['GuestIntroduced', 'GuestLinked']);
  const data = { ...personBanned, personId: banned };
  await people.append(banned, 1, [{ id: randomUUID(), type: 'PersonBanned', occurredAt: now(), data }]);
  expect(await statusOf(register(wanted('joan', { guestToken: banned })))).toBe(403);
  expect(await statusOf(register(wanted('joan')))).toBe(200);
});

test('staff are protected from look-alikes, as long as they have a role', async () => {
  const { personId } = await register(wanted('Wilma'));
  const admin = await people.register();
  const role = { personId, role: 'editor', reason: 'She edits well.' };
  const { commands } = people.replica(0);
  await new GrantRoleController(commands, pseudonymKey).handle(requestOf(admin, role));
  expect(await statusOf(register(wanted('VViIma')))).toBe(422);
  await new RevokeRoleController(commands, pseudonymKey).handle(requestOf(admin, role));
  expect(await statusOf(register(wanted('VViIma')))).toBe(200);
});
