import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { eventually } from '#testing/eventually.js';
import { gateways, introduceGuest, publish, signInAsAdmin } from '../e2e/api-client.js';
import { type Copy, copiesOf } from '../e2e/stack.js';
import { ReadyGateways } from './ready-gateways.js';

const everyMs = 25;

describe('SIGTERM under load fails no request', () => {
  let ready: ReadyGateways;
  let requests: ((n: number) => Promise<string>)[];

  beforeAll(async () => {
    ready = new ReadyGateways(gateways);
    const admin = await signInAsAdmin();
    const { token } = await introduceGuest('Perdita');
    const slug = await publish(admin, 'Of those that are stopped');
    const say = (n: number) =>
      ask('POST', `/api/articles/${slug}/comments`, { comment: { body: `comment ${n}` } }, token);
    const article = { title: 'While one stops', description: 'It goes on', body: 'And on.' };
    requests = [
      say,
      () => ask('GET', `/api/articles/${slug}`),
      say,
      () => ask('POST', '/api/guests', { guest: { name: 'Florizel' } }),
      say,
      () => ask('POST', '/api/articles', { article }, admin),
    ];
    // Comments has replicated the article and the guest; a copy that takes over has the same data.
    await eventually(async () => (await say(-1)) === 'answered', { what: 'a comment', timeoutMs: 30_000 });
  }, 60_000);
  afterAll(() => ready.stop());

  async function ask(method: string, path: string, body?: object, token?: string): Promise<string> {
    const headers = {
      'content-type': 'application/json',
      ...(token !== undefined && { authorization: `Token ${token}` }),
    };
    const url = `${ready.next()}${path}`;
    try {
      const answer = await fetch(url, { method, headers, body: body ? JSON.stringify(body) : null });
      return answer.ok ? 'answered' : `${method} ${url}: ${answer.status} ${await answer.text()}`;
    } catch (error) {
      return `${method} ${url}: ${String(error)}: ${String((error as Error).cause)}`;
    }
  }

  /** Sends requests at a steady rate until the work is done. @returns the outcome of each. */
  async function during(work: Promise<unknown>): Promise<string[]> {
    const sent: Promise<string>[] = [];
    let isDone = false;
    void work.finally(() => (isDone = true)).catch(() => undefined);
    for (let n = 0; !isDone; n += 1) {
      sent.push((requests[n % requests.length] as (n: number) => Promise<string>)(n));
      await delay(everyMs);
    }
    await work;
    return Promise.all(sent);
  }

  /** Stops one copy, and waits until its replacement is ready. */
  async function stopOne(service: string): Promise<void> {
    const [{ name, pid, url }] = (await copiesOf(service)) as [Copy];
    const log = join(process.env['E2E_DATA'] ?? '', 'logs', `${name}.log`);
    const before = (await readFile(log, 'utf8')).length;
    process.kill(pid, 'SIGTERM');
    const isAnother = async () => (await copiesOf(service)).find((copy) => copy.name === name)?.pid !== pid;
    await eventually(isAnother, { what: `another ${name}`, timeoutMs: 30_000 });
    const isReady = () => fetch(`${url}/health/ready`).then(({ ok }) => ok);
    await eventually(isReady, { what: `${name} to be ready`, timeoutMs: 60_000 });
    expect((await readFile(log, 'utf8')).slice(before)).not.toMatch(/by force|were cut/);
  }

  test.each(['comments', 'users', 'articles', 'projector', 'gateway'])(
    'one of two copies of %s',
    async (service) => {
      const outcomes = await during(stopOne(service));
      expect(outcomes.length).toBeGreaterThan(40);
      expect(outcomes.filter((outcome) => outcome !== 'answered')).toEqual([]);
    },
    120_000,
  );
});
