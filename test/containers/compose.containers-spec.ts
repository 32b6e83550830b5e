import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { setTimeout as delay } from 'node:timers/promises';
import { eventually } from '#testing/eventually.js';
import { GatewayClient } from '#tools/gateway/gateway-client.js';
import { readWholeThread } from '#tools/gateway/read-whole-thread.js';
import { postSteadily, type Posted } from '../faults/posting-client.js';
import { Compose } from './compose.js';

const services = ['users', 'articles', 'comments', 'projector', 'gateway', 'web'];
const servers = ['postgres', 'kafka', 'redis'];
/** Each guest may post twice a second. */
const guests = 10;
const secondsEach = 3;

interface Comment {
  id: number;
  body: string;
}

describe('everything with docker compose up', () => {
  let compose: Compose;
  let client: GatewayClient;
  let slug: string;
  let tokens: string[];

  const up = (...more: string[]) => compose.do(4, 'up', '--detach', '--wait', ...more);
  const thread = () => readWholeThread<Comment>(client, slug);

  async function introduce(name: string): Promise<string> {
    const { body } = await client.send<{ guest: { token: string } }>('POST', '/api/guests', { guest: { name } });
    return body.guest.token;
  }
  /** Posts of each guest in a second. */
  async function post(perSecond: number, seconds: number): Promise<Posted[]> {
    const each = { gateways: [compose.url], slugs: [slug], perSecond, seconds };
    const posted = await Promise.all(tokens.map((token, by) => postSteadily({ ...each, token, of: `guest ${by}` })));
    return posted.flat();
  }

  beforeAll(async () => {
    compose = await Compose.project();
    await compose.do(8, '--profile', 'tools', 'build', '--quiet');
    await up();
    client = new GatewayClient(compose.url);
    await client.signIn(await compose.admin());
    const article = { title: 'In containers', description: 'Of all that runs', body: 'It runs.' };
    slug = (await client.send<{ article: { slug: string } }>('POST', '/api/articles', { article })).body.article.slug;
    tokens = await Promise.all(Array.from({ length: guests }, (_, index) => introduce(`Tove ${index}`)));
  }, 900_000);
  afterAll(async () => {
    await compose.keepLogs();
    await compose.down();
  }, 200_000);

  test('a comment can be read back, and the tools find it', async () => {
    const comment = { body: 'Mind the gap.' };
    await client.send('POST', `/api/articles/${slug}/comments`, { comment }, tokens[0]);
    expect((await thread()).map(({ body }) => body)).toEqual(['Mind the gap.']);
    const page = await fetch(`${compose.url}/articles/${slug}`);
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('Mind the gap.')]);
    expect(await compose.tool('projections', 'status')).toMatch(/read_v1 +comments\.events\.v1 +\d+ +0 +0/);
    expect(await compose.tool('outbox', 'status', '--json')).toContain('"depth":0');
  }, 120_000);

  test('each container is killed in turn while a client posts: every answered post is there, once', async () => {
    const victims = [...services, ...servers];
    const seconds = (victims.length + 2) * secondsEach;
    const load = post(1, seconds);
    for (const victim of victims) {
      await delay(secondsEach * 1_000);
      for (const pid of await compose.pidsOf(victim)) process.kill(pid, 'SIGKILL');
    }
    const answered = (await load).filter((post): post is Required<Posted> => post.answered !== undefined);
    expect(answered.length).toBeGreaterThan((guests * seconds) / 8);
    await up();
    await eventually(
      async () => {
        const shown = new Map((await thread()).map(({ id, body }) => [id, body]));
        expect(answered.filter(({ answered: id, body }) => shown.get(id ?? 0) !== body)).toEqual([]);
        expect(new Set(shown.values()).size).toBe(shown.size);
        return true;
      },
      { what: 'everything answered to be shown', timeoutMs: 90_000, everyMs: 1_000 },
    );
  }, 400_000);

  test('commands reach all copies of a service behind its one name', async () => {
    await up('--scale', 'comments=3', '--no-recreate');
    const posts = await post(6, 10);
    // On a busy machine, copies that have just started refuse some requests.
    const answered = posts.filter((one) => one.answered !== undefined);
    expect(answered.length).toBeGreaterThan(posts.length / 2);
    const metrics = `const text = await (await fetch('http://127.0.0.1:3005/metrics')).text();
      const line = text.split('\\n').find((one) => /duration_seconds_count.*post-comment.*"201"/.test(one));
      console.log(line?.split(' ').at(-1) ?? 0)`;
    const shares = (await compose.inEach('comments', 'node', '--input-type=module', '--eval', metrics)).map(Number);
    expect(shares).toHaveLength(3);
    for (const share of shares) expect(share).toBeGreaterThan(answered.length / 15);
  }, 200_000);

  test('after down and up everything is still there, and every service had only its own secrets', async () => {
    const before = await thread();
    await compose.keepLogs();
    await compose.down({ keepData: true });
    await up();
    expect(await thread()).toEqual(before);
    const [mine] = await compose.inEach('gateway', 'ls', '/keys');
    expect(mine?.split('\n').sort()).toEqual(
      ['address-key', 'command-key', 'read-database-url', 'redis-url', 'verifying-keys.json'].sort(),
    );
    const [id] = await compose.inEach('comments', 'id', '-u');
    expect(id).toBe('10001');
    await expect(compose.inEach('comments', 'touch', '/app/written')).rejects.toThrow(/[Rr]ead-only/);
  }, 300_000);

  test('SIGTERM ends a service at once, whenever it comes', async () => {
    const started = performance.now();
    await compose.do(1, 'restart', '--no-deps', '--timeout', '30', 'articles');
    // The drain is 5 s; a process that ignored the signal would be killed after 30.
    expect(performance.now() - started).toBeLessThan(15_000);
    await up();
  }, 120_000);
});
