import { beforeAll, describe, expect, test } from '@jest/globals';
import { eventually } from '#testing/eventually.js';
import pg from 'pg';
import { operatorTool } from './operator-tool.js';
import { get, introduceGuest, post, publish, signInAsAdmin } from './road-client.js';
import { copiesOf } from './stack.js';

const projections = (action: string) => operatorTool('projections/projections', [action]);

describe('the read models are rebuilt from the topics', () => {
  let slug: string;
  let before: string;

  beforeAll(async () => {
    const admin = await signInAsAdmin();
    slug = await publish(admin, 'Built twice');
    const { token } = await introduceGuest('Anna', { website: 'https://anna.example/' });
    for (const body of ['one', 'two', 'three']) {
      expect((await post(`/api/articles/${slug}/comments`, { comment: { body } }, { token })).status).toBe(201);
    }
    await post(`/api/articles/${slug}/close-comments`, {}, { token: admin });
    const status = async () => (await projections('status')).out;
    await eventually(async () => !/ [1-9][\d,]* +\d+$/m.test((await status()).split('\n\n')[0] ?? ''), {
      what: 'no lag',
      timeoutMs: 20_000,
      everyMs: 500,
    });
    const { code, out } = await projections('dump');
    expect([code, out]).toEqual([0, expect.stringContaining('Built twice')]);
    before = out;
  }, 60_000);

  test('`projections rebuild`, under running projectors, gives the same canonical dump', async () => {
    const { code, out } = await projections('rebuild');
    expect([code, out]).toEqual([0, expect.stringContaining('caught up')]);
    expect((await projections('dump')).out).toBe(before);
  }, 90_000);

  test('with read_v1 dropped as a whole, the projectors’ next start gives the same canonical dump', async () => {
    const url = new URL(process.env['E2E_POSTGRES_URL'] ?? '');
    url.pathname = '/broadside_read';
    const client = new pg.Client({ connectionString: url.href });
    await client.connect();
    await client.query('DROP SCHEMA read_v1 CASCADE');
    await client.end();
    expect(await projections('dump')).toMatchObject({ code: 1 });
    for (const { pid } of await copiesOf('projector')) process.kill(pid, 'SIGTERM');
    const isBack = async () => (await projections('dump')).out === before;
    await eventually(isBack, { what: 'the same canonical dump', timeoutMs: 60_000, everyMs: 500 });
    const thread = await get(`/api/articles/${slug}/comments`, { gateway: 1 });
    expect([thread.status, thread.body.comments.length]).toEqual([200, 3]);
  }, 90_000);
});
