import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { eventually } from '#testing/eventually.js';
import { GatewayClient } from '#tools/gateway/gateway-client.js';
import { findFreeBlock } from '#tools/stack/ports.js';
import { startSystem, type System } from '#tools/stack/system.js';
import { importing } from '../../e2e/importing.js';
import {
  accountGrows,
  connectionsThatNeverEnd,
  guestTypes,
  manyRead,
  strangersSendBodies,
  type Statuses,
} from './attacks.js';
import { Bystander } from './bystander.js';
import { ClientFrom } from './client-from.js';
import { writeHostileArchive } from './hostile-archive.js';

async function textsOf(client: ClientFrom, slug: string): Promise<string[]> {
  const { body } = await client.send('GET', `/api/articles/${slug}/comments`);
  return (body['comments'] as { body: string }[]).map((comment) => comment.body).toSorted();
}

describe('Promise 20: one person stops nobody', () => {
  let system: System;
  let dataFolder: string;
  const said: string[] = [];
  const clients: ClientFrom[] = [];

  const clientFrom = (address: string) => {
    const client = new ClientFrom(address, system.gatewayUrls[0] ?? '');
    clients.push(client);
    return client;
  };

  beforeAll(async () => {
    dataFolder = await mkdtemp(join(tmpdir(), 'broadside-one-person-'));
    await chmod(dataFolder, 0o755);
    const root = join(import.meta.dirname, '..', '..', '..');
    // One copy of each, with the limits and memory of a fresh `npm start`.
    system = await startSystem({
      ...{ root, dataFolder, port: await findFreeBlock(), replicas: 1, site: false, say: (line) => said.push(line) },
    });
  }, 120_000);

  afterAll(async () => {
    await Promise.all(clients.map((client) => client.close()));
    await system.stop();
    await rm(dataFolder, { recursive: true, force: true });
  }, 60_000);

  const pids = () => [...system.processes.values()].map(({ pid, spec }) => `${spec.name} ${pid}`);

  test('a guest, an account, strangers and an archive attack, and a bystander notices nothing', async () => {
    const gateway = system.gatewayUrls[0] ?? '';
    const staff = new GatewayClient(gateway);
    await staff.signIn(system.admin);
    const [quiet = '', attacked = ''] = await Promise.all(
      ['A quiet one', 'An attacked one'].map(async (title) => {
        const article = { title, description: 'Of one person', body: 'It goes on.' };
        const { body } = await staff.send<{ article: { slug: string } }>('POST', '/api/articles', { article });
        return body.article.slug;
      }),
    );
    const archive = join(dataFolder, 'hostile.jsonl');
    await writeHostileArchive(archive);
    const before = pids();

    const calm = clientFrom('127.0.0.2');
    const bystander = new Bystander(calm, await calm.guest('Bystander'), quiet, attacked);
    const over = new AbortController();
    const carryingOn = bystander.carryOn(over.signal);
    const hanging = connectionsThatNeverEnd('127.0.0.6', gateway, over.signal);
    const tried: Record<string, Statuses | number> = {};
    const attempts = {
      guest: () => guestTypes(clientFrom('127.0.0.3'), attacked),
      account: () => accountGrows(clientFrom('127.0.0.4'), 'grower'),
      strangers: () => strangersSendBodies(clientFrom('127.0.0.5')),
      archive: async () => {
        const { code, out, err } = await importing(archive, '--data', dataFolder);
        expect({ code, err: code === 0 ? '' : out + err }).toEqual({ code: 0, err: '' });
        return code;
      },
      readers: () => manyRead(clientFrom('127.0.0.7'), attacked),
    };
    try {
      await Promise.all(
        Object.entries(attempts).map(async ([who, attempt]) => {
          tried[who] = await attempt();
        }),
      );
      tried['readers afterwards'] = await manyRead(clientFrom('127.0.0.8'), attacked);
    } finally {
      over.abort();
      await Promise.all([carryingOn, hanging]);
    }

    expect(bystander.seen.filter(({ wrong, ms }) => wrong !== undefined || ms > 3_000)).toEqual([]);
    expect(bystander.seen.length).toBeGreaterThan(40);
    await eventually(async () => (await textsOf(calm, quiet)).join() === bystander.taken.toSorted().join(), {
      what: 'all that the bystander wrote to be shown, and once',
    });
    expect(said.filter((line) => line.includes('started again'))).toEqual([]);
    expect(pids()).toEqual(before);
    // Requests are refused or accepted, and quickly; every status is a known one.
    expect(tried).toMatchObject({ strangers: { 401: 30 }, archive: 0 });
    const told = (who: string) => Object.keys(tried[who] ?? {}).map(Number);
    const others = ['guest', 'account', 'strangers'].flatMap(told);
    expect(others.filter((status) => status === 0 || status >= 500)).toEqual([]);
    const readers = [...told('readers'), ...told('readers afterwards')];
    expect(readers.filter((status) => status !== 200 && status !== 503)).toEqual([]);
  }, 240_000);
});
