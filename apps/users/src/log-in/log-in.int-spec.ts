import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUIDv7 } from 'node:crypto';
import { problemOf } from '#http/problem-of.js';
import type { TokenSigner } from '#identity/token-signer.js';
import { dailyBudgets } from '../budget/daily-budgets.js';
import type { GuestLinks } from '../link-guest/guest-links.js';
import { hashPassword } from '../person/password-hash.js';
import { now, UsersFixture, pseudonymKey, requestOf } from '../person/users-fixture.js';
import { emailHash } from '../person/reservation-hashes.js';
import { reserve } from '../person/reserve.js';
import { storeCredentials } from '../person/store-credentials.js';
import { LogInController } from './log-in.controller.js';

const times = { sessionSeconds: 3_600, accessSeconds: 60, graceSeconds: 30 };
const signer = { sign: () => Promise.resolve('signed') } as unknown as TokenSigner;
const password = 'correct horse';
let people: UsersFixture;
beforeAll(async () => (people = await UsersFixture.open()));
afterAll(() => people.close());

async function account(email: string): Promise<string> {
  const personId = await people.register('Ida');
  const passwordHash = await hashPassword(password);
  await people.stored.store.transact(async ({ client }) => {
    await reserve(client, 'email', emailHash(pseudonymKey, email), personId);
    await storeCredentials(client, personId, passwordHash);
  });
  return personId;
}

const signIn = (user: object, turn = 0) => {
  const { pool, commands, secondFactors } = people.replica(turn);
  const links = {} as GuestLinks;
  const controller = new LogInController(
    ...([pool, commands, people.keyring, signer, times, pseudonymKey, links] as const),
    ...([secondFactors, 'nobody'] as const),
  );
  return controller.handle(requestOf(undefined, user)).then(
    ({ username }) => username,
    (error: unknown) => problemOf(error).status,
  );
};

test('signing in reads no stream: once the row exists, an unreadable event does not matter', async () => {
  const email = 'ida@example.org';
  const personId = await account(email);
  expect(await signIn({ email, password })).toBe('Ida');
  await people.stored.database.pool.query(`UPDATE events SET data = '"spoilt"' WHERE stream = 'person-' || $1`, [
    personId,
  ]);
  expect(await signIn({ email, password }, 1)).toBe('Ida');
});

test('signing in too often is refused, over all replicas; wrong passwords are not charged', async () => {
  const email = 'often@example.org';
  const personId = await account(email);
  await people.stored.database.pool.query(`INSERT INTO spent VALUES ($1, 'sign-ins', $2, $3)`, [
    ...[personId, now().slice(0, 10), dailyBudgets['sign-ins'] - 2],
  ]);
  expect(await signIn({ email, password: 'wrong horse' })).toBe(401);
  const answers = await Promise.all([0, 1, 2, 3].map((turn) => signIn({ email, password }, turn)));
  expect(answers.sort()).toEqual([429, 429, 'Ida', 'Ida']);
  const { rowCount } = await people.stored.database.pool.query('SELECT FROM sessions WHERE person_id = $1', [personId]);
  expect(rowCount).toBe(2);
  expect(await signIn({ email: `${randomUUIDv7()}@example.org`, password })).toBe(401);
});
