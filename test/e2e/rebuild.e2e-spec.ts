import { beforeAll, describe, expect, test } from '@jest/globals';
import { resetProjection } from '#projection/reset-projection.js';
import { defaultReadSet } from '#read-models/read-set.js';
import { eventually } from '#testing/eventually.js';
import { projectionSetsWith, type KnownSet } from '#tools/projections/projection-sets.js';
import { inDatabase } from '#tools/stack/in-database.js';
import pg from 'pg';
import { runTool } from './run-tool.js';
import { whilePaused } from './pause.js';
import { get, introduceGuest, post, publish, signInAsAdmin } from './api-client.js';
import { copiesOf } from './stack.js';

const projections = (action: string) => runTool('projections/projections', [action]);

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

/** Every row of a service's replicated data, without checkpoints and times. */
async function replicatedBy(service: 'articles' | 'comments'): Promise<string[]> {
  const url = new URL(process.env['E2E_POSTGRES_URL'] ?? '');
  url.pathname = `/broadside_${service}`;
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    const tables = [
      'known_person',
      'ended_session',
      'stream_progress',
      ...(service === 'comments' ? ['known_article', 'known_section', 'known_site', 'folded_stream'] : []),
    ];
    const replicated: string[] = [];
    for (const table of tables) {
      const { rows } = await client.query<{ row: string }>(
        `SELECT to_jsonb(one)::text AS row FROM listening.${table} AS one ORDER BY 1`,
      );
      replicated.push(...rows.map(({ row }) => row));
    }
    return replicated;
  } finally {
    await client.end();
  }
}

describe('replicated data of a service is rebuilt', () => {
  let admin: string;
  let guest: { token: string };
  let slugs: { open: string; closed: string };

  beforeAll(async () => {
    admin = await signInAsAdmin();
    guest = await introduceGuest('Heard of');
    slugs = { open: await publish(admin, 'Open and heard of'), closed: await publish(admin, 'Closed and heard of') };
    expect((await post(`/api/articles/${slugs.closed}/close-comments`, {}, { token: admin })).status).toBe(200);
    const outcome = await Promise.all([comment('open', 0), comment('closed', 1)]);
    expect(outcome).toEqual([201, 403]);
  });

  const comment = async (article: 'open' | 'closed', gateway: number) => {
    const path = `/api/articles/${slugs[article]}/comments`;
    return (await post(path, { comment: { body: 'meanwhile' } }, { token: guest.token, gateway })).status;
  };

  test.each(['comments', 'articles'] as const)(
    'by %s: the same rows',
    async (service) => {
      const before = await replicatedBy(service);
      expect(before.length).toBeGreaterThan(3);
      const { code, out } = await runTool('projections/projections', ['rebuild', '--set', `${service}.listening`]);
      expect([code, out]).toEqual([0, expect.stringContaining('caught up')]);
      expect(await replicatedBy(service)).toEqual(before);
      expect(await Promise.all([comment('open', 0), comment('closed', 1)])).toEqual([201, 403]);
      expect(await publish(admin, 'Published after it')).toBe(
        'published-after-it' + (service === 'articles' ? '-2' : ''),
      );
    },
    60_000,
  );

  test('until it is replicated again comments answers 503, and permits nobody by mistake', async () => {
    const set = projectionSetsWith(defaultReadSet).find(({ name }) => name === 'comments.listening') as KnownSet;
    // Often enough that each gateway uses each copy of comments.
    const asked = [0, 1, 0, 1, 0, 1].flatMap((gateway) =>
      (['open', 'closed'] as const).map((article) => ({ gateway, article })),
    );
    const answers = async () =>
      new Set(await Promise.all(asked.map(({ gateway, article }) => comment(article, gateway))));
    expect(await answers()).toEqual(new Set([201, 403]));
    await whilePaused('kafka', async () => {
      await inDatabase(process.env['E2E_POSTGRES_URL'] ?? '', set.database, (pool) =>
        resetProjection(pool, set.schema, set.tables),
      );
      expect(await answers()).toEqual(new Set([503]));
    });
    const isBack = async () => (await comment('open', 0)) === 201 && (await comment('closed', 1)) === 403;
    await eventually(isBack, { what: 'comments to have heard', timeoutMs: 45_000 });
  }, 90_000);
});
