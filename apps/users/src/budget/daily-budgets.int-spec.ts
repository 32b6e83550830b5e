import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUIDv7 } from 'node:crypto';
import { Problem } from '#http/problem.js';
import { problemOf } from '#http/problem-of.js';
import { ChangeAccountController } from '../change-account/change-account.controller.js';
import { UsersFixture, pseudonymKey, requestOf } from '../person/users-fixture.js';
import { readPersonNow } from '../person/read-person.js';
import { dailyBudgets } from './daily-budgets.js';
import { spend } from './spend.js';

const most = dailyBudgets['profile changes'];
let people: UsersFixture;
beforeAll(async () => (people = await UsersFixture.open()));
afterAll(() => people.close());

const changeBio = (personId: string, turn: number, bio: string) => {
  const { pool, commands } = people.replica(turn);
  const controller = new ChangeAccountController(commands, pool, pseudonymKey);
  return controller.handle(requestOf(personId, { bio })).then(() => 200, problemOf);
};

test('of many changes at once, over two replicas, the daily number is accepted; the rest are refused with the budget', async () => {
  const personId = await people.register();
  const answers = await Promise.all(Array.from({ length: 2 * most }, (_, n) => changeBio(personId, n, `bio ${n}`)));
  const refusals = answers.filter((answer) => answer instanceof Problem);
  expect(answers).toHaveLength(refusals.length + most);
  for (const { status, detail, errors, headers } of refusals) {
    expect([status, errors]).toEqual([429, { limit: [`profile changes: ${most} a day`] }]);
    expect(detail).toContain(`profile changes: ${most} a day`);
    expect(Number(headers['Retry-After'])).toBeLessThanOrEqual(24 * 3_600);
  }
  expect((await readPersonNow(people.replica(0).pool, personId)).version).toBe(1 + most);
});

test('a command that changes nothing costs nothing', async () => {
  const personId = await people.register();
  expect(await changeBio(personId, 0, 'the same')).toBe(200);
  for (let n = 0; n < most; n += 1) expect(await changeBio(personId, n, 'the same')).toBe(200);
  expect(await changeBio(personId, 0, 'another')).toBe(200);
});

test('the next day has a new budget, and a clock that is behind does not restore yesterday’s', async () => {
  const subjectId = randomUUIDv7();
  const { pool } = people.replica(0);
  const take = (at: string, count: number) =>
    spend(pool, { subjectId, budget: 'nick changes', count }, at).then(
      () => true,
      () => false,
    );
  const all = dailyBudgets['nick changes'];
  expect(await take('2026-01-02T23:59:59.000Z', all)).toBe(true);
  expect(await take('2026-01-02T23:59:59.999Z', 1)).toBe(false);
  expect(await take('2026-01-03T00:00:00.000Z', all - 1)).toBe(true);
  expect(await take('2026-01-02T23:59:59.999Z', 1)).toBe(true);
  expect(await take('2026-01-02T23:59:59.999Z', 1)).toBe(false);
  expect(await take('2026-01-03T00:00:01.000Z', 1)).toBe(false);
  expect(await take('2026-01-04T00:00:00.000Z', all + 1)).toBe(false);
});
