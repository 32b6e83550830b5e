import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID, randomUUIDv7 } from 'node:crypto';
import type { CommandRequest } from '#commands/command-request.js';
import type { TokenSigner } from '#identity/token-signer.js';
import { eventually } from '#testing/eventually.js';
import { dailyBudgets } from '../budget/daily-budgets.js';
import { EndSessionsController } from '../end-sessions/end-sessions.controller.js';
import { lockCredentials } from '../log-in/lock-credentials.js';
import { findPasswordHash } from '../person/find-password-hash.js';
import { UsersFixture, pseudonymKey, requestOf, statusOf } from '../person/users-fixture.js';
import { PickNickController } from '../pick-nick/pick-nick.controller.js';
import { RegisterController } from '../register/register.controller.js';
import { RestoreNickController } from '../restore-nick/restore-nick.controller.js';
import { AccountFixture, outcomeOf, password } from '../second-factor/second-factor-fixture.js';
import { readSessionState } from '../session/read-session-state.js';
import { startSession } from '../session/start-session.js';
import { storeRefreshToken } from '../session/store-refresh-token.js';
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

describe('an open session does not take an account over', () => {
  const [wrong, missing] = [{ currentPassword: ['is not right'] }, { currentPassword: ["can't be blank"] }];
  const asked = (caller: string, body: object) => {
    const { commands, pool } = people.replica(0);
    return outcomeOf(new ChangeAccountController(commands, pool, pseudonymKey).handle(requestOf(caller, body)));
  };
  async function refreshable(personId: string): Promise<string> {
    const { pool } = people.replica(0);
    const [id, startedAt] = [randomUUIDv7(), new Date()];
    await startSession(pool, { id, personId, startedAt, expiresAt: new Date(startedAt.getTime() + 60_000) });
    await storeRefreshToken(pool, randomUUID(), id);
    return `${personId} in ${id}`;
  }

  test('a refreshable one changes password and e-mail by the present password alone', async () => {
    const personId = await register('joe');
    const caller = await refreshable(personId);
    const [password, email, currentPassword] = ['battery staple', 'joe@elsewhere.example', 'correct horse'];
    expect(await asked(caller, { password })).toEqual([422, missing]);
    expect(await asked(caller, { email })).toEqual([422, missing]);
    expect(await asked(caller, { password, currentPassword: 'wrong horse' })).toEqual([422, wrong]);
    // Nor does it tell who has an e-mail.
    expect(await asked(caller, { email: 'eve@example.org', currentPassword: 'wrong horse' })).toEqual([422, wrong]);
    expect(await typesOf(personId)).toEqual(['UserRegistered']);
    // What is no change needs nothing.
    expect(await asked(caller, { email: 'joe@example.org', bio: 'Sums.' })).toMatchObject({ streams: {} });
    expect(await asked(caller, { email, password, currentPassword })).toMatchObject({ streams: {} });
    expect((await typesOf(personId)).slice(2)).toEqual(['ProfileChanged', 'PasswordChanged', 'SessionsEnded']);
  });

  test('and whose wish is refused makes nobody wait for names', async () => {
    const caller = await refreshable(await register('may'));
    const { events } = people.replica(1);
    await events.transact(async ({ client }) => {
      await client.query('LOCK TABLE reservations');
      expect(await asked(caller, { email: 'may@elsewhere.example' })).toEqual([422, missing]);
      expect(await asked(caller, { username: 'mae', password: 'battery staple' })).toEqual([422, missing]);
    });
  });

  test('one of a RealWorld client goes on without, unless the account has a second factor', async () => {
    const { account } = await AccountFixture.secured(people, await register('kim'));
    const lee = await register('lee');
    const body = { password: 'battery staple' };
    expect(await asked(lee, body)).toMatchObject({ streams: {} });
    expect(await asked(account.personId, body)).toEqual([422, missing]);
    expect(await asked(account.personId, { ...body, currentPassword: password })).toMatchObject({ streams: {} });
  });

  test('guesses are bounded; the form that is sent again is none', async () => {
    const caller = await refreshable(await register('mia'));
    const { commands, pool } = people.replica(0);
    const send = (request: CommandRequest) => new ChangeAccountController(commands, pool, pseudonymKey).handle(request);
    const request = requestOf(caller, { password: 'battery staple', currentPassword: 'correct horse' });
    const first = await send(request);
    const most = dailyBudgets['wrong passwords of who is signed in'];
    for (let turn = 0; turn < 2; turn += 1) expect(await send(request)).toEqual(first);
    const spent = () =>
      pool.query(`SELECT FROM spent WHERE subject_id = $1 AND budget LIKE 'wrong passwords%' AND count > 0`, [
        caller.split(' ')[0],
      ]);
    expect((await spent()).rowCount).toBe(0);
    const guess = { password: 'tapioca pudding', currentPassword: 'wrong horse' };
    const answers = await Promise.all(Array.from({ length: most + 1 }, () => asked(caller, guess)));
    expect(answers.filter((answer) => Array.isArray(answer) && answer[0] === 422)).toHaveLength(most);
    expect(await asked(caller, { ...guess, currentPassword: 'battery staple' })).toEqual([
      429,
      { limit: [expect.any(String)] },
    ]);
  });
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
