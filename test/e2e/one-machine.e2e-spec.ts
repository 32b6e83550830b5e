import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { eventually } from '#testing/eventually.js';
import type { Admin } from '#tools/gateway/gateway-client.js';
import { findFreeBlock } from '#tools/stack/ports.js';
import { isRunning } from '#tools/stack/process-identity.js';
import { readStackFile, type StackFile } from '#tools/stack/stack-file.js';
import { demoIsFiled } from './demo-is-filed.js';
import { npmStart, type Started } from './npm-start.js';

let folder: string;
let port: number;
let copies: Started[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'broadside-start-'));
  chmodSync(folder, 0o755);
  port = await findFreeBlock();
  copies = [];
});
afterEach(async () => {
  for (const { pid, ended } of copies) {
    if (readStackFile(folder)?.supervisor.pid === pid) process.kill(pid, 'SIGTERM');
    await ended;
  }
  rmSync(folder, { recursive: true });
});

function start(args: string[] = [], env: Record<string, string> = {}): Started {
  const copy = npmStart(['--data', folder, '--port', String(port), ...args], env);
  copies.push(copy);
  return copy;
}

const ready = (copy: Started) =>
  eventually(() => /Ready in [\d.]+ s/.test(copy.printed()), { what: 'the start to be ready', timeoutMs: 60_000 });

/** What the site's address answers, on the pages' routes and on the API's. */
async function answersAt(url: string, admin: string): Promise<Record<string, string>> {
  const pages = ['/', '/articles/no-such', '/health/live', '/health/ready', '/docs'];
  const ofGateway = ['/openapi.json', '/.well-known/jwks.json', '/api/articles', '/api/articles/no-such'];
  const said = async (path: string, init?: RequestInit) => {
    const answer = await fetch(new URL(path, url), init);
    await answer.arrayBuffer();
    return `${answer.status} ${answer.headers.get('content-type')?.replace(/;.*/, '')}`;
  };
  const headers = { 'content-type': 'application/json' };
  const signIn = await said('/api/users/login', { method: 'POST', headers, body: `{"user":${admin}}` });
  const answers = await Promise.all([...pages, ...ofGateway].map(async (path) => [path, await said(path)]));
  return Object.fromEntries([...answers, ['signing in', signIn]]) as Record<string, string>;
}

/** A folder with links to all commands on the PATH except these. */
function pathWithout(...names: string[]): string {
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  const there = (process.env['PATH'] ?? '').split(delimiter).filter((each) => existsSync(each));
  for (const each of there) {
    for (const name of readdirSync(each)) {
      const link = join(bin, name);
      if (names.includes(name) || lstatSync(link, { throwIfNoEntry: false })) continue;
      symlinkSync(join(each, name), link);
    }
  }
  return bin;
}

const running = ({ supervisor, processes }: StackFile) =>
  [supervisor, ...Object.values(processes)].filter((each) => isRunning(each));

describe('one machine', () => {
  test('everything starts and takes the demo; what a killed supervisor left is ended by the next start, which keeps the data and ends on SIGTERM leaving no process', async () => {
    const first = start();
    await ready(first);
    const left = readStackFile(folder) as StackFile;
    const services = ['articles', 'comments', 'gateway', 'projector', 'users', 'web'];
    const beneath = ['kafka', 'postgres', ...(left.redisUrl === undefined ? [] : ['redis'])];
    expect(Object.keys(left.processes).sort()).toEqual([...services, ...beneath].sort());
    expect(left.redisUrl !== undefined).toBe(process.env['E2E_REDIS_URL'] !== undefined);
    expect(running(left)).toHaveLength(1 + services.length + beneath.length);
    const admin = readFileSync(join(folder, 'admin.json'), 'utf8');
    const { password } = JSON.parse(admin) as { password: string };
    expect(first.printed()).toContain(password);
    expect(statSync(join(folder, 'admin.json')).mode & 0o077).toBe(0);

    const second = start([], { PORT: String(port + 40) });
    expect(await second.ended).toBe(1);
    expect(second.printed()).toContain(`${folder} is in use by process ${first.pid}`);

    process.kill(first.pid, 'SIGKILL');
    await first.ended;
    const again = start();
    await ready(again);
    expect(running(left)).toEqual([]);
    expect(again.printed()).not.toContain(password);
    expect(readFileSync(join(folder, 'admin.json'), 'utf8')).toBe(admin);
    expect(await answersAt(`http://127.0.0.1:${port}`, admin)).toEqual({
      ...{ '/': '200 text/html', '/articles/no-such': '404 text/html', '/health/live': '200 application/json' },
      ...{ '/health/ready': '200 application/json', '/docs': '200 text/html', '/openapi.json': '200 application/json' },
      ...{ '/.well-known/jwks.json': '200 application/json', '/api/articles': '200 application/json' },
      ...{ '/api/articles/no-such': '404 application/problem+json', 'signing in': '200 application/json' },
    });
    await demoIsFiled(`http://127.0.0.1:${port}`, JSON.parse(admin) as Admin);

    const stack = readStackFile(folder) as StackFile;
    process.kill(again.pid, 'SIGTERM');
    expect(await again.ended).toBe(0);
    expect(running(stack)).toEqual([]);
  }, 200_000);

  test('a start that is stopped midway leaves no process', async () => {
    const copy = start();
    const stack = await eventually(
      () => {
        const written = readStackFile(folder);
        return written?.processes['kafka'] && written;
      },
      { what: 'Kafka to be started', timeoutMs: 30_000 },
    );
    process.kill(copy.pid, 'SIGINT');
    expect(await copy.ended).toBe(0);
    expect(running(stack)).toEqual([]);
  }, 60_000);

  test('a taken port is named', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(port + 10, '127.0.0.1', resolve));
    const copy = start();
    expect(await copy.ended).toBe(1);
    await new Promise((resolve) => server.close(resolve));
    expect(copy.printed()).toMatch(new RegExp(`Port ${port + 10}, for Postgres, is taken.*PORT=`));
  });

  test('a data folder of another version is named', async () => {
    writeFileSync(join(folder, 'VERSION'), '99\n');
    const copy = start();
    expect(await copy.ended).toBe(1);
    expect(copy.printed()).toMatch(/is of version 99.*BROADSIDE_DATA/);
  });

  test('a missing Java is named, with how to install it', async () => {
    const copy = start([], { PATH: folder });
    expect(await copy.ended).toBe(1);
    expect(copy.printed()).toMatch(/Java is missing.*apt-get install/);
  });

  test('a missing Redis is named, with how to install it, and everything serves without', async () => {
    const copy = start([], { PATH: pathWithout('redis-server', 'valkey-server', 'apt-get') });
    await ready(copy);
    expect(copy.printed()).toMatch(/Redis is missing.*apt-get install redis-server.*Going on without it/);
    expect(readStackFile(folder)?.redisUrl).toBeUndefined();
    expect((await fetch(`http://127.0.0.1:${port}/api/articles`)).status).toBe(200);
  }, 90_000);

  test('an unknown flag is named', async () => {
    const copy = start(['--bogus']);
    expect(await copy.ended).toBe(2);
    expect(copy.printed()).toContain("'--bogus'");
  });
});
