import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { dailyBudgets } from '../budget/daily-budgets.js';
import { UsersFixture, pseudonymKey, statusOf } from '../person/users-fixture.js';
import { rotateCredential } from './rotate-credential.js';

const lifetimes = { graceSeconds: 30, lifetimeSeconds: 3_600 };
const start = new Date();
const after = (seconds: number) => new Date(start.getTime() + seconds * 1_000);
let people: UsersFixture;
beforeAll(async () => (people = await UsersFixture.open()));
afterAll(() => people.close());

const rotate = (personId: string, sessionId: string, seconds: number, turn = 0) =>
  rotateCredential(
    { store: people.replica(turn).events, key: pseudonymKey, ...lifetimes },
    { personId, sessionId, kind: 'guest', roles: [] },
    after(seconds),
  );

test('a credential leads to the next, the same for many requests at once, within the grace, and until that is used', async () => {
  const guest = await people.introduce();
  const answers = await Promise.all(Array.from({ length: 8 }, (_, turn) => rotate(guest, guest, 1, turn)));
  const [first] = answers;
  expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(new Set([JSON.stringify(first)]));
  expect(first?.version).toBe(2);
  expect(await rotate(guest, guest, 31)).toEqual(first);
  expect(await rotate(guest, guest, 32)).toBeUndefined();
  expect((await rotate(guest, first?.id ?? '', 20))?.version).toBe(3);
  expect(await rotate(guest, guest, 21)).toBeUndefined();
  const events = await people.stored.store.readStream(`person-${guest}`);
  expect(events.map(({ data }) => (data as { reason?: string }).reason)).toEqual([
    ...[undefined, 'credential-rotated', 'credential-rotated'],
  ]);
});

test('rotations are charged, and a refused one ends nothing', async () => {
  const guest = await people.introduce();
  let id = guest;
  for (let n = 0; n < dailyBudgets['credential renewals']; n += 1) id = (await rotate(guest, id, 1))?.id ?? '';
  expect(await statusOf(rotate(guest, id, 1))).toBe(429);
  expect((await rotate(guest, id, 86_400))?.version).toBe(2 + dailyBudgets['credential renewals']);
});
