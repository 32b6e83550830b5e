import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { findSessions } from '../list-sessions/find-sessions.js';
import { UsersFixture, pseudonymKey, statusOf } from '../person/users-fixture.js';
import { deleteExpiredResets } from './delete-expired-resets.js';
import { linkIsOver } from './password-reset.decider.js';
import { firstPassword, PasswordResetsFixture } from './password-resets-fixture.js';
import { resetTokenOf } from './reset-token.js';

let people: UsersFixture;
let resets: PasswordResetsFixture;
beforeAll(async () => {
  people = await UsersFixture.open({ roles: ['reader', 'admin'] });
  resets = new PasswordResetsFixture(people);
});
beforeEach(() => query('DELETE FROM password_resets'));
afterAll(() => people.close());

const query = (sql: string, values: unknown[] = []) => people.stored.database.pool.query<{ row: string }>(sql, values);
const eventsOf = (personId: string) => people.stored.store.readStream(`person-${personId}`);
const typesOf = async (personId: string) => (await eventsOf(personId)).map(({ type }) => type);
const [other, third] = ['battery staple', 'a third password'];
const over = { token: [linkIsOver] };

let count = 0;
async function lost(): Promise<{ email: string; personId: string; token: string }> {
  const email = `lost${(count += 1)}@example.org`;
  const personId = await resets.register(email);
  await resets.request(email);
  return { email, personId, token: await resets.tokenNow() };
}

describe('a reset link', () => {
  test('works once, changes the password and ends all sessions', async () => {
    const { email, personId, token } = await lost();
    expect(await resets.signIn(email, firstPassword)).toBe(200);
    expect(await findSessions(people.replica(0).pool, personId)).toHaveLength(2);
    expect(await resets.choose(token, other)).toBe(200);
    expect(await findSessions(people.replica(0).pool, personId)).toEqual([]);
    expect(await typesOf(personId)).toEqual(['UserRegistered', 'PasswordChanged', 'SessionsEnded']);
    expect([await resets.signIn(email, firstPassword), await resets.signIn(email, other)]).toEqual([401, 200]);
    expect(await resets.choose(token, third)).toEqual(over);
  });

  test('works once also when it is used many times at once, over two replicas', async () => {
    const { personId, token } = await lost();
    const all = await Promise.all([0, 1, 2, 3].map((turn) => resets.choose(token, `${other} ${turn}`, { turn })));
    expect(all.filter((answer) => answer === 200)).toHaveLength(1);
    expect((await typesOf(personId)).filter((type) => type === 'PasswordChanged')).toHaveLength(1);
  });

  test('that was used is answered again to who repeats the command, and to nobody with another password', async () => {
    const { personId, token } = await lost();
    const key = randomUUID();
    expect(await resets.choose(token, other, { key })).toBe(200);
    expect(await resets.choose(token, other, { key, turn: 1 })).toBe(200);
    expect(await resets.choose(token, third, { key })).toBe(422);
    expect((await typesOf(personId)).filter((type) => type === 'PasswordChanged')).toHaveLength(1);
  });

  test('works for 30 minutes, and is deleted then', async () => {
    const { token } = await lost();
    await query(`UPDATE password_resets SET expires_at = expires_at - interval '29 minutes'`);
    await deleteExpiredResets(people.replica(0).pool);
    expect(await resets.tokenNow()).toBe(token);
    await query(`UPDATE password_resets SET expires_at = expires_at - interval '61 seconds'`);
    expect(await resets.choose(token, other)).toEqual(over);
    await deleteExpiredResets(people.replica(0).pool);
    expect((await query('SELECT FROM password_resets')).rows).toEqual([]);
  });

  test('makes the one before it useless', async () => {
    const { email, token: first } = await lost();
    await resets.request(` ${email.toUpperCase()}`, { turn: 1 });
    const second = await resets.tokenNow();
    expect(await resets.choose(first, other)).toEqual(over);
    expect(await resets.choose(second, other)).toBe(200);
  });

  test.each([
    ['password', { password: third }],
    ['e-mail', { email: 'elsewhere@example.org' }],
  ])('is useless once the account has changed its %s', async (_, change) => {
    const { personId, token } = await lost();
    await resets.change(personId, change);
    expect(await resets.choose(token, other)).toEqual(over);
  });

  test('is good for nobody who has the e-mail next', async () => {
    const { email, personId, token } = await lost();
    await resets.change(personId, { email: `left${count}@example.org` });
    await query('DELETE FROM reservations WHERE person_id = $1', [personId]);
    await resets.register(email);
    expect(await resets.choose(token, other)).toEqual(over);
  });

  test('ends a sign-in too that verified the password before and has no session yet', async () => {
    const { email, personId, token } = await lost();
    const [looking, mayGoOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const keysOf = async (ids: string[]) => {
      looking.resolve();
      await mayGoOn.promise;
      return people.keyring.keysOf(ids);
    };
    const keyring = Object.assign(Object.create(people.keyring) as typeof people.keyring, { keysOf });
    const signingIn = resets.signIn(email, firstPassword, keyring);
    await looking.promise;
    expect(await resets.choose(token, other)).toBe(200);
    mayGoOn.resolve();
    expect(await signingIn).toBe(401);
    expect(await findSessions(people.replica(0).pool, personId)).toEqual([]);
  });

  test('that somebody made up is refused', async () => {
    await lost();
    expect(await resets.choose(resetTokenOf(pseudonymKey, randomUUID()), other)).toEqual(over);
    expect(await resets.choose('x'.repeat(64), other)).toEqual(over);
  });
});

describe('a request for a link', () => {
  test('does and answers the same, whether an account has the e-mail or not', async () => {
    const { email } = await lost();
    const statements = async (asked: string) => {
      const pool = people.replica(0).pool;
      const seen: unknown[] = [];
      const spied = Object.assign(Object.create(pool) as typeof pool, {
        query: (sql: unknown, values: unknown) => (seen.push(sql), pool.query(sql as string, values as unknown[])),
      });
      const answer = await resets.request(asked, { through: spied });
      return { answer, seen };
    };
    const [known, unknown] = [await statements(email), await statements('nobody@example.org')];
    expect(known).toEqual(unknown);
    expect(known.seen).toHaveLength(1);
    const { rows } = await query('SELECT used_at, mail_due_at <= now() AS due FROM password_resets');
    expect(rows).toEqual([{ used_at: null, due: true }, rows[0]]);
  });

  test('leaves nothing where no mail is sent', async () => {
    expect(await resets.request('somebody@example.org', { sendsMail: false })).toEqual({ sendsMail: false });
    expect((await query('SELECT FROM password_resets')).rows).toEqual([]);
  });
});

describe('a link that an admin makes', () => {
  test('is logged with who made it, works as one by mail, and is mailed to nobody', async () => {
    const [personId, admin] = [await resets.register('forgetful@example.org'), await people.register()];
    const { token, expiresAt } = await resets.issue(admin, personId);
    const [, issued] = await eventsOf(personId);
    const actor = { kind: 'person', id: admin };
    expect(issued).toMatchObject({ type: 'PasswordResetIssued', data: { personId, expiresAt, actor } });
    expect((await query('SELECT FROM password_resets WHERE mail_due_at IS NOT NULL')).rows).toEqual([]);
    expect(await resets.choose(token, other)).toBe(200);
    expect(await resets.signIn('forgetful@example.org', other)).toBe(200);
  });

  test('is the same for a repeated command, and replaced by the next', async () => {
    const [personId, admin, key] = [await resets.register('twice@example.org'), await people.register(), randomUUID()];
    const first = await resets.issue(admin, personId, key);
    expect(await resets.issue(admin, personId, key)).toEqual(first);
    const second = await resets.issue(admin, personId);
    expect(await resets.choose(first.token, other)).toEqual(over);
    expect(await resets.choose(second.token, other)).toBe(200);
  });

  test('is made for nobody without a sign-in', async () => {
    const admin = await people.register();
    expect(await statusOf(resets.issue(admin, await people.introduce()))).toBe(422);
    expect(await statusOf(resets.issue(admin, await people.register()))).toBe(422);
    expect(await statusOf(resets.issue(admin, randomUUID()))).toBe(404);
  });

  test('stands nowhere in clear: not in a table, an answer that is kept, an event or the outbox', async () => {
    const [personId, admin] = [await resets.register('secret@example.org'), await people.register()];
    const { token } = await resets.issue(admin, personId);
    await resets.choose(token, other);
    const { rows: tables } = await people.stored.database.pool.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`,
    );
    const found = tables.map(async ({ name }) => {
      const { rows } = await query(`SELECT to_jsonb(one)::text AS row FROM ${name} AS one`);
      return rows.flatMap(({ row }) => (row.includes(token.slice(22)) || row.includes(other) ? [name] : []));
    });
    expect((await Promise.all(found)).flat()).toEqual([]);
  });
});
