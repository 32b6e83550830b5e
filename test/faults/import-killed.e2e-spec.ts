import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { currentComments } from '#read-models/comment-thread/current-comments.sql.js';
import { defaultReadSet } from '#read-models/read-set.js';
import { eventually } from '#testing/eventually.js';
import { generateWordpress } from '#tools/bench/import/generate-wordpress.js';
import { databaseUrl } from '#installation/databases.js';
import pg from 'pg';
import { GatewayClient } from '#tools/gateway/gateway-client.js';
import { added, importing as runImport, threadOf } from '../e2e/importing.js';
import { gateways, introduceGuest, publish, signInAsAdmin } from '../e2e/api-client.js';
import { seeded } from './seeded.js';

const size = { articles: 60, comments: 4_000, deepest: 120 };
const kills = 10;
const seed = Number(process.env['FAULT_SEED'] ?? 20_261_124);
const root = join(import.meta.dirname, '..', '..');

const folder = mkdtempSync(join(tmpdir(), 'broadside-e2e-killed-'));
const file = join(folder, 'storm.xml');
let database: pg.Client;

beforeAll(async () => {
  await generateWordpress(file, size);
  const connectionString = databaseUrl(process.env['E2E_POSTGRES_URL'] ?? '', 'read');
  database = new pg.Client({ connectionString, options: `-c search_path=${defaultReadSet}` });
  await database.connect();
});

afterAll(async () => {
  await database.end();
  rmSync(folder, { recursive: true });
});

/** Posts one comment after another, and repeats each under its key while the answer is 503. @returns their numbers. */
async function postUntil(slug: string, token: string, signal: AbortSignal): Promise<number[]> {
  const client = new GatewayClient(gateways[0] ?? '');
  const posted: number[] = [];
  while (!signal.aborted) {
    const comment = { body: `post ${posted.length}` };
    const path = `/api/articles/${slug}/comments`;
    const { headers } = await client.send('POST', path, { comment }, token);
    posted.push(Number(/comment-(\d+):1/.exec(headers.get('consistency-token') ?? '')?.[1]));
    await delay(300);
  }
  return posted;
}

/** Starts the importer and kills it after that time, whatever it is doing. */
async function killedAfter(source: string, ms: number): Promise<void> {
  const args = [join(root, 'tools', 'run.mjs'), 'import/import', '--source', source, file];
  const env = { ...process.env, BROADSIDE_DATA: process.env['E2E_DATA'], NODE_OPTIONS: '' };
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: 'ignore' });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await Promise.race([delay(ms), gone]);
  child.kill('SIGKILL');
  await gone;
}

/**
 * All rows of an import without newly generated values: articles, comments with their parents, persons. The second import of
 * the same articles gets slugs with a number appended.
 */
async function canonicalRows(slugs: string): Promise<string[]> {
  const { rows } = await database.query<{ row: string }>(
    `SELECT jsonb_build_array(article.title, article.published_at, article.body_html, comment.posted_at, comment.name,
              comment.website, comment.body, comment.body_html, parent.body, parent.posted_at,
              dense_rank() OVER (ORDER BY comment.name), total.count)::text AS row
     FROM article_page AS article
     LEFT JOIN ${currentComments} AS comment ON comment.article_id = article.article_id
     LEFT JOIN ${currentComments} AS parent ON parent.comment_id = comment.parent_id
     LEFT JOIN comment_count AS total ON total.article_id = article.article_id
     WHERE article.slug ~ $1 ORDER BY row`,
    [slugs],
  );
  return rows.map(({ row }) => row);
}

const persons = async (slugs: string) => {
  const { rows } = await database.query<{ count: number }>(
    `SELECT count(DISTINCT person_id)::int AS count
     FROM comment_state JOIN article_page USING (article_id) WHERE slug ~ $1`,
    [slugs],
  );
  return rows[0]?.count;
};

test(`killed ${kills} times at random places and run again, an import equals an unbroken one, while someone posts`, async () => {
  const begun = performance.now();
  const unbroken = await runImport('--source', 'unbroken', file);
  const wholeMs = performance.now() - begun;
  expect([unbroken.code, added(unbroken.out).slice(0, 2)]).toEqual([0, [size.articles, size.comments]]);

  const slug = await publish(await signInAsAdmin(), 'Of those who post meanwhile');
  const { token } = await introduceGuest('Meanwhile');
  const importing = new AbortController();
  const posting = postUntil(slug, token, importing.signal);
  const random = seeded(seed);
  for (let turn = 0; turn < kills; turn += 1) await killedAfter('broken', 300 + random() * wholeMs);
  const rerun = await runImport('--source', 'broken', file);
  expect(rerun.code).toBe(0);
  expect((await runImport('--source', 'broken', file)).out).toMatch(/comments +4000 +0 new/);

  const [first, second] = ['^storm-\\d+$', '^storm-\\d+-2$'];
  await eventually(async () => (await canonicalRows(second)).length >= size.comments, {
    what: 'the second import to be shown',
    timeoutMs: 30_000,
  });
  expect(await canonicalRows(second)).toEqual(await canonicalRows(first));
  expect(await persons(second)).toBe(await persons(first));

  importing.abort();
  const posted = await posting;
  expect(posted.length).toBeGreaterThan(kills);
  expect((await threadOf(slug, posted.length)).map(({ id }) => id)).toEqual(posted);
}, 240_000);
