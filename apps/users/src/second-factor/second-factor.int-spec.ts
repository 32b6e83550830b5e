import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID, randomUUIDv7 } from 'node:crypto';
import { problemOf } from '#http/problem-of.js';
import { eventually } from '#testing/eventually.js';
import { dailyBudgets, type Budget } from '../budget/daily-budgets.js';
import { now, requestOf, UsersFixture } from '../person/users-fixture.js';
import { readPersonNow } from '../person/read-person.js';
import { RemoveSecondFactorOfController } from '../remove-second-factor/remove-second-factor-of.controller.js';
import { startSession } from '../session/start-session.js';
import { needsNoCode } from './needs-no-code.js';
import { AccountFixture, codeOf, outcomeOf, password } from './second-factor-fixture.js';

const invalid = [401, { code: ['invalid'] }];
const required = [401, { code: ['required'] }];
let people: UsersFixture;
beforeAll(async () => (people = await UsersFixture.open({ roles: ['admin'] })));
afterAll(() => people.close());

const eventsOf = (personId: string) => people.stored.store.readStream(`person-${personId}`);
const inAll = (turns: number, ask: (turn: number) => Promise<unknown>) =>
  Promise.all(Array.from({ length: turns }, (_, turn) => ask(turn)));
const begin = async (personId: string) => {
  const id = randomUUIDv7();
  const startedAt = new Date();
  await startSession(people.replica(0).pool, { id, personId, startedAt, expiresAt: new Date(Date.now() + 60_000) });
  return id;
};

test('a second factor is asked for from its first code on; that ends the other sessions, and shows no secret', async () => {
  const account = await AccountFixture.open(people);
  const { personId } = account;
  const elsewhere = await begin(personId);
  const { secret } = await account.begin();
  expect(await account.signIn()).toBe('reader');
  expect(await outcomeOf(account.confirm('000000'))).toEqual([422, { code: ['invalid'] }]);
  const { recoveryCodes } = await account.confirm(codeOf(secret));
  expect(new Set(recoveryCodes).size).toBe(10);
  const events = await eventsOf(personId);
  expect(events.slice(1)).toMatchObject([
    { type: 'SecondFactorSetUp', data: { personId, actor: { kind: 'person', id: personId } } },
    { type: 'SessionsEnded', data: { sessionIds: expect.arrayContaining([elsewhere]) as unknown } },
  ]);
  expect(await account.signIn()).toEqual(required);
  expect(await account.signIn({ password: 'wrong horse' })).toEqual([401, { credentials: ['invalid'] }]);
  expect(await account.signIn({ password: 'wrong horse', code: codeOf(secret) })).toEqual([
    ...[401, { credentials: ['invalid'] }],
  ]);
  for (const table of ['second_factors', 'recovery_codes', 'commands', 'events', 'outbox']) {
    const { rows } = await people
      .replica(0)
      .pool.query<{ row: string }>(`SELECT one::text AS row FROM ${table} AS one`);
    const held = rows.map(({ row }) => row).join('\n');
    for (const clear of [secret, ...recoveryCodes]) expect(held).not.toContain(clear);
  }
  expect(((await outcomeOf(account.begin())) as unknown[])[0]).toBe(409);
});

describe('a code of the app', () => {
  test('is taken once: of many sign-ins over two replicas one succeeds, and an older one is refused after it', async () => {
    const { account, secret } = await AccountFixture.secured(people);
    expect(await account.signIn({ code: codeOf(secret) })).toEqual(invalid);
    const code = codeOf(secret, 1);
    const answers = await inAll(6, (turn) => account.signIn({ code }, turn));
    expect(answers.filter((answer) => answer === 'reader')).toHaveLength(1);
    expect(answers.filter((answer) => answer !== 'reader')).toEqual(Array.from({ length: 5 }, () => invalid));
    expect(await account.signIn({ code: codeOf(secret) })).toEqual(invalid);
  });

  test('is taken from a clock that is one step off, and not from one that is two', async () => {
    const { account, secret } = await AccountFixture.secured(people);
    for (const steps of [-2, 3]) expect(await account.signIn({ code: codeOf(secret, steps) })).toEqual(invalid);
    expect(await account.signIn({ code: ` ${codeOf(secret, 1).replace(/^.../, '$& ')} ` })).toBe('reader');
  });
});

test('a recovery code is taken once, over two replicas, and new ones replace the rest', async () => {
  const { account, recoveryCodes } = await AccountFixture.secured(people);
  const [first = '', second = '', third = ''] = recoveryCodes;
  const answers = await inAll(4, (turn) => account.signIn({ code: first.toUpperCase() }, turn));
  expect(answers.filter((answer) => answer === 'reader')).toHaveLength(1);
  const { recoveryCodes: renewed } = await account.renew(second);
  expect(await account.signIn({ code: second })).toEqual(invalid);
  expect(await account.signIn({ code: third })).toEqual(invalid);
  expect(await account.signIn({ code: renewed[0] ?? '' })).toBe('reader');
});

test('a confirmation that is repeated because its answer was lost gives the same recovery codes', async () => {
  const account = await AccountFixture.open(people);
  const code = codeOf((await account.begin()).secret);
  const request = requestOf(account.personId, { code });
  const { recoveryCodes } = await account.confirm(code, request);
  expect((await account.confirm(code, request)).recoveryCodes).toEqual(recoveryCodes);
  expect(await account.signIn({ code: recoveryCodes[9] ?? '' })).toBe('reader');
});

const spent = (personId: string, budget: Budget) =>
  people
    .replica(0)
    .pool.query(`INSERT INTO spent VALUES ($1, $2, $3, $4) ON CONFLICT (subject_id, budget) DO UPDATE SET count = $4`, [
      ...[personId, budget, now().slice(0, 10), dailyBudgets[budget] - 2],
    ]);
const ofLimit = (budget: Budget) => [429, { limit: [`${budget}: ${dailyBudgets[budget]} a day`] }];

test('wrong codes are bounded over all replicas, and then a right one is refused alike; right ones cost nothing', async () => {
  const { account, secret, recoveryCodes } = await AccountFixture.secured(people);
  const limit = ofLimit('wrong codes of a second factor');
  await spent(account.personId, 'wrong codes of a second factor');
  for (const code of recoveryCodes.slice(0, 3)) expect(await account.signIn({ code })).toBe('reader');
  const answers = await inAll(4, (turn) => account.signIn({ code: 'wrong' }, turn));
  expect(answers.sort()).toEqual([invalid, invalid, limit, limit]);
  for (const code of [codeOf(secret), recoveryCodes[4] ?? '']) expect(await account.signIn({ code })).toEqual(limit);
  expect((await account.signIn({ password: 'wrong horse', code: codeOf(secret) }))[0]).toBe(401);
  const refusal = problemOf(await account.renew(codeOf(secret)).catch((error: unknown) => error));
  expect(Number(refusal.headers['Retry-After'])).toBeGreaterThan(0);
});

test('so are wrong passwords of who is signed in', async () => {
  const account = await AccountFixture.open(people);
  await spent(account.personId, 'wrong passwords of who is signed in');
  await account.begin();
  const answers = await inAll(4, () => outcomeOf(account.begin('wrong horse')));
  const [limit, wrong] = [ofLimit('wrong passwords of who is signed in'), [422, { password: ['is not right'] }]];
  expect(answers.sort()).toEqual([wrong, wrong, limit, limit]);
  expect(await outcomeOf(account.begin())).toEqual(limit);
});

test('an account removes it by password and code; an admin by a reason, which is sealed', async () => {
  const { account, secret } = await AccountFixture.secured(people);
  const code = codeOf(secret, 1);
  expect(await outcomeOf(account.remove({ password: 'wrong horse', code }))).toEqual([
    422,
    { password: ['is not right'] },
  ]);
  await account.remove({ password, code });
  expect(await account.signIn()).toBe('reader');

  const lost = await AccountFixture.secured(people);
  const admin = await people.register('Grace');
  const { pool, commands } = people.replica(0);
  const controller = new RemoveSecondFactorOfController(commands);
  const { personId } = lost.account;
  await controller.handle(requestOf(admin, { personId, reason: 'Ida lost her phone' }));
  const last = (await eventsOf(personId)).at(-1);
  expect(last).toMatchObject({ type: 'SecondFactorRemoved', data: { actor: { kind: 'person', id: admin } } });
  expect(JSON.stringify(last)).not.toContain('phone');
  expect((await readPersonNow(pool, personId)).state.hasSecondFactor).toBe(false);
  expect(await lost.account.signIn()).toBe('reader');
});

test('a sign-in without a code that is under way when the first code is taken ends with the other sessions', async () => {
  const account = await AccountFixture.open(people);
  const { personId } = account;
  const { secret } = await account.begin();
  const id = randomUUID();
  let confirmed: Promise<unknown> | undefined;
  const { pool } = people.replica(0);
  await people.stored.store.transact(async ({ client }) => {
    expect(await needsNoCode(client, personId)).toBe(true);
    confirmed = account.confirm(codeOf(secret));
    const waiting = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    await eventually(async () => ((await pool.query(waiting)).rowCount ?? 0) > 0, { what: 'the confirmation to wait' });
    const startedAt = new Date();
    await startSession(client, { id, personId, startedAt, expiresAt: new Date(Date.now() + 60_000) });
  });
  await confirmed;
  expect((await eventsOf(personId)).at(-1)).toMatchObject({ type: 'SessionsEnded', data: { sessionIds: [id] } });
});

test('while it is required of the staff, a token has a role of the staff only with a second factor', async () => {
  const staff = await people.staff('Ada', 'editor');
  const { account, recoveryCodes } = await AccountFixture.secured(people, staff);
  const without = await AccountFixture.open(people, await people.staff('Eve', 'editor'));
  expect(await without.signIn({}, 0, 'staff')).toBe('reader');
  expect(await without.signIn({}, 0, 'nobody')).toBe('reader,editor');
  expect(await account.signIn({ code: recoveryCodes[0] ?? '' }, 0, 'staff')).toBe('reader,editor');
});
