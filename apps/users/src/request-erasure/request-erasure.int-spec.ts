import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { CancelErasureController } from '../cancel-erasure/cancel-erasure.controller.js';
import { dailyBudgets } from '../budget/daily-budgets.js';
import { UsersFixture, requestOf, statusOf } from '../person/users-fixture.js';
import { RequestErasureController } from './request-erasure.controller.js';

let people: UsersFixture;
beforeAll(async () => (people = await UsersFixture.open({ roles: ['reader', 'admin'] })));
afterAll(() => people.close());

const request = (personId: string, turn = 0) =>
  new RequestErasureController(people.replica(turn).commands, 3_600).handle(requestOf(personId));
const requestOfOther = (admin: string, personId: string) =>
  new RequestErasureController(people.replica(0).commands, 3_600).handleOf(
    requestOf(admin, { personId, reason: 'legal-duty' }),
  );
const cancel = (personId: string) =>
  new CancelErasureController(people.replica(0).commands).handle(requestOf(personId));
const rows = async (personId: string) => {
  const sql = 'SELECT due_at FROM erasures WHERE person_id = $1';
  return (await people.stored.database.pool.query<{ due_at: Date }>(sql, [personId])).rows;
};

test('repeated requests, at once and over two replicas, get the same time', async () => {
  const personId = await people.register();
  const [first, ...others] = await Promise.all(Array.from({ length: 6 }, (_, turn) => request(personId, turn)));
  expect(new Set(others.map(({ dueAt }) => dueAt))).toEqual(new Set([first?.dueAt]));
  expect(first?.streams).toEqual({ [`person-${personId}`]: 2 });
  expect(await rows(personId)).toEqual([{ due_at: new Date(first?.dueAt ?? 0) }]);
  expect((await requestOfOther(await people.register(), personId)).dueAt).toBe(first?.dueAt);
  expect(await cancel(personId)).toEqual({ streams: { [`person-${personId}`]: 3 } });
  expect(await rows(personId)).toEqual([]);
  const again = await request(personId);
  expect(Date.parse(again.dueAt ?? '')).toBeGreaterThanOrEqual(Date.parse(first?.dueAt ?? ''));
});

test('nothing is planned for a person who does not exist', async () => {
  const nobody = randomUUID();
  expect(await statusOf(requestOfOther(await people.register(), nobody))).toBe(404);
  expect(await rows(nobody)).toEqual([]);
});

test('requests of the person and of the staff have separate budgets', async () => {
  const [personId, admin] = [await people.register(), await people.register()];
  const most = dailyBudgets['requests and cancellations of erasure'];
  for (let n = 0; n < most; n += 1) await (n % 2 === 0 ? request(personId) : cancel(personId));
  expect(await statusOf(request(personId))).toBe(429);
  expect(await rows(personId)).toEqual([]);
  expect(await statusOf(requestOfOther(admin, personId))).toBe(200);
});
