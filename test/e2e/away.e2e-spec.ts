import { beforeAll, describe, expect, test } from '@jest/globals';
import { eventually } from '#testing/eventually.js';
import pg from 'pg';
import { type Copy, copiesOf } from './stack.js';
import { whilePaused } from './pause.js';
import { type Asking, get, introduceGuest, post, publish, signInAsAdmin } from './api-client.js';

const promisedMs = 3000;

describe('answers while a part is away', () => {
  let guest: { id: string; token: string };
  let admin: string;
  let slug: string;

  beforeAll(async () => {
    admin = await signInAsAdmin();
    guest = await introduceGuest('Edsger');
    slug = await publish(admin, 'Of what is away');
    expect((await comment('before')).status).toBe(201);
  });

  const comment = (body: string, headers: Record<string, string> = {}) =>
    post(`/api/articles/${slug}/comments`, { comment: { body } }, { token: guest.token, headers });
  const thread = (asking?: Asking) => get(`/api/articles/${slug}/comments`, asking);
  const bodies = (comments: { id: number }[]) => comments.map((one) => (one as unknown as { body: string }).body);

  const inTime = async <Result>(work: Promise<Result>): Promise<Result> => {
    const started = performance.now();
    const result = await work;
    expect(performance.now() - started).toBeLessThan(promisedMs);
    return result;
  };

  test('promise 10: the projector is stopped: the write is accepted, a read with its token is an explicit 503', async () => {
    const token = await whilePaused('projector', async () => {
      const accepted = await inTime(comment('while it stands still'));
      expect([accepted.status, accepted.body]).toEqual([202, expect.objectContaining({ status: 'accepted' })]);
      const consistency = accepted.headers.get('consistency-token') ?? '';
      const read = await inTime(thread({ gateway: 1, headers: { 'consistency-token': consistency } }));
      expect([read.status, read.headers.get('retry-after')]).toEqual([503, '1']);
      return consistency;
    });
    const read = () => thread({ gateway: 1, headers: { 'consistency-token': token } });
    await eventually(async () => (await read()).status === 200, { what: 'the read', timeoutMs: 45_000 });
    expect(bodies((await thread()).body.comments)).toContain('while it stands still');
  }, 90_000);

  test('the comments service is stopped: 503 in time with the key for a repetition, which makes one comment', async () => {
    const key = await whilePaused('comments', async () => {
      const refused = await inTime(comment('said twice'));
      expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '1']);
      expect((await inTime(thread())).status).toBe(200);
      return refused.headers.get('idempotency-key') ?? '';
    });
    const repeat = async () => (await comment('said twice', { 'idempotency-key': key })).status === 201;
    await eventually(repeat, { what: 'the repetition', timeoutMs: 45_000 });
    expect(bodies((await thread()).body.comments).filter((body) => body === 'said twice')).toHaveLength(1);
  }, 90_000);

  test('Kafka is stopped: nobody is refused, and accepted comments are shown when it continues', async () => {
    await whilePaused('kafka', async () => {
      expect((await inTime(comment('while Kafka stands still'))).status).toBe(202);
      expect((await inTime(post('/api/guests', { guest: { name: 'Barbara' } }))).status).toBe(201);
    });
    const isShown = async () => bodies((await thread()).body.comments).includes('while Kafka stands still');
    await eventually(isShown, { what: 'the comment', timeoutMs: 45_000 });
  }, 90_000);

  test('the other services are stopped: 503 in time, and reading works', async () => {
    const signIn = () => post('/api/guests', { guest: { name: 'Late' } });
    await whilePaused('users', async () => expect((await inTime(signIn())).status).toBe(503));
    await whilePaused('articles', async () => {
      const refused = await inTime(post(`/api/articles/${slug}/close-comments`, {}, { token: admin }));
      expect(refused.status).toBe(503);
      expect((await inTime(get('/api/articles'))).status).toBe(200);
    });
    await eventually(async () => (await signIn()).status === 201, { what: 'a guest', timeoutMs: 45_000 });
  }, 90_000);

  test('the primary becomes read-only: writes are 503 and readiness says why, reading works; afterwards everything works', async () => {
    const superuser = new pg.Client({ connectionString: process.env['E2E_POSTGRES_URL'] });
    await superuser.connect();
    const setReadOnly = async (value: 'on' | 'off') => {
      await superuser.query('SET default_transaction_read_only = off');
      await superuser.query(`ALTER SYSTEM SET default_transaction_read_only = ${value}`);
      await superuser.query('SELECT pg_reload_conf()');
    };
    slug = await publish(admin, 'Of a primary that is read-only');
    expect((await comment('before it')).status).toBe(201);
    const [{ managementUrl }] = (await copiesOf('comments')) as [Copy];
    const readiness = async () => {
      const answer = await fetch(`${managementUrl}/health/ready`);
      return { status: answer.status, text: await answer.text() };
    };
    try {
      await setReadOnly('on');
      await eventually(async () => (await readiness()).text.includes('is read-only'), { what: 'readiness to say so' });
      expect((await readiness()).status).toBe(503);
      expect((await inTime(comment('while it is read-only'))).status).toBe(503);
      expect((await inTime(thread())).status).toBe(200);
    } finally {
      await setReadOnly('off');
      await superuser.query('ALTER SYSTEM RESET default_transaction_read_only');
      await superuser.end();
    }
    await eventually(async () => (await comment('and again')).status === 201, { what: 'a comment', timeoutMs: 45_000 });
    expect((await readiness()).status).toBe(200);
  }, 90_000);
});
