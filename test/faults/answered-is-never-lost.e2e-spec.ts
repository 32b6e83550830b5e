import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { eventually } from '#testing/eventually.js';
import { GatewayClient } from '#tools/gateway/gateway-client.js';
import { readWholeThread } from '#tools/gateway/read-whole-thread.js';
import { findFreeBlock } from '#tools/stack/ports.js';
import { startSystem, type System } from '#tools/stack/system.js';
import { wideLimits } from '#tools/stack/wide-limits.js';
import { postSteadily } from './posting-client.js';
import { foldCommentsTopic } from './relayed-comments.js';
import { seeded, shuffled } from './seeded.js';

const seconds = 60;
const perSecond = 20;
const seed = Number(process.env['FAULT_SEED'] ?? 20_261_124);

describe('Promise 1: a command that was answered is never lost', () => {
  let system: System;
  let dataFolder: string;

  beforeAll(async () => {
    dataFolder = await mkdtemp(join(tmpdir(), 'broadside-faults-'));
    await chmod(dataFolder, 0o755);
    system = await startSystem({
      root: join(import.meta.dirname, '..', '..'),
      ...{
        dataFolder,
        port: await findFreeBlock(),
        replicas: 2,
        site: false,
        limits: wideLimits,
        say: () => undefined,
      },
    });
  }, 120_000);

  afterAll(async () => {
    await system.stop();
    await rm(dataFolder, { recursive: true, force: true });
  }, 60_000);

  /** Kills every process of the system once, in seeded order, evenly spread over the time of the load. */
  async function killEachOnce(): Promise<string[]> {
    const victims = shuffled([...system.processes.values()], seeded(seed));
    const everyMs = (seconds * 1_000) / (victims.length + 1);
    for (const victim of victims) {
      await delay(everyMs);
      victim.kill('SIGKILL');
    }
    return victims.map(({ spec }) => spec.name);
  }

  test(`${perSecond} posts a second for ${seconds} s while everything is killed once, seed ${seed}`, async () => {
    const [url = ''] = system.gatewayUrls;
    const client = new GatewayClient(url);
    await client.signIn(system.admin);
    const slugs: string[] = [];
    for (const title of ['One', 'Two', 'Three']) {
      const article = { title, description: 'Under fire', body: 'It goes on.' };
      const { body } = await client.send<{ article: { slug: string } }>('POST', '/api/articles', { article });
      slugs.push(body.article.slug);
    }
    const guest = await client.send<{ guest: { token: string } }>('POST', '/api/guests', { guest: { name: 'Ash' } });
    const { token } = guest.body.guest;

    const load = postSteadily({ gateways: system.gatewayUrls, token, slugs, perSecond, seconds });
    const [posted, killed] = await Promise.all([load, killEachOnce()]);
    expect(new Set(killed)).toEqual(new Set(system.processes.keys()));

    const answered = posted.filter((post) => post.answered !== undefined);
    expect(answered.length).toBeGreaterThan((perSecond * seconds) / 2);
    await eventually(
      async () => {
        const relayed = await foldCommentsTopic(system.brokers);
        expect(answered.filter((post) => !relayed.has(post.answered ?? 0))).toEqual([]);
        const shown = await readAll(client, slugs);
        expect([...shown.keys()].toSorted()).toEqual([...relayed.keys()].toSorted());
        expect(answered.filter((post) => shown.get(post.answered ?? 0) !== post.body)).toEqual([]);
        expect(new Set(shown.values()).size).toBe(shown.size);
        return true;
      },
      { what: 'everything answered to be relayed and shown', timeoutMs: 90_000, everyMs: 1_000 },
    );
  }, 300_000);
});

/** Every comment that is shown, as text by number. */
async function readAll(client: GatewayClient, slugs: string[]): Promise<Map<number, string>> {
  const shown = new Map<number, string>();
  for (const slug of slugs) {
    const comments = await readWholeThread<{ id: number; body: string }>(client, slug);
    for (const { id, body } of comments) shown.set(id, body);
  }
  return shown;
}
