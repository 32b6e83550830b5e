import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { afterEach, expect, test } from '@jest/globals';
import { eventually } from '#testing/eventually.js';
import { RawConnection } from '#testing/raw-connection.js';

const toyService = join(import.meta.dirname, '../../../dist/libs/testing/src/toy-service.js');
let child: ChildProcess;
let port: number;
const connections: RawConnection[] = [];

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port: free } = server.address() as AddressInfo;
  server.close();
  return free;
}

async function start(env: Record<string, string> = {}): Promise<void> {
  port = await freePort();
  child = spawn(process.execPath, [toyService], {
    env: { PORT: String(port), MANAGEMENT_PORT: '0', ...env },
    stdio: 'ignore',
  });
  const isLive = () => fetch(`http://127.0.0.1:${port}/health/live`).then(({ ok }) => ok);
  await eventually(isLive, { what: 'the toy service', timeoutMs: 20_000 });
}

async function connect(): Promise<RawConnection> {
  const connection = await RawConnection.to(port);
  connections.push(connection);
  return connection;
}

/** How many slow requests have reached their route. */
const begun = async () => ((await (await fetch(`http://127.0.0.1:${port}/begun`)).json()) as { begun: number }).begun;

/** @returns the exit code and the milliseconds it took. */
async function ended(): Promise<{ code: number | null; ms: number }> {
  const from = performance.now();
  if (child.exitCode === null) await once(child, 'exit');
  return { code: child.exitCode, ms: performance.now() - from };
}

afterEach(() => {
  for (const connection of connections.splice(0)) connection.close();
  child.kill('SIGKILL');
});

test('SIGTERM: a pending request is answered, idle connections are closed, new ones refused, and the process exits with 0', async () => {
  await start();
  const [busy, idle] = [await connect(), await connect()];
  idle.request('GET', '/health/live');
  await idle.receives('"live"');
  busy.request('GET', '/after/1000');
  await eventually(async () => (await begun()) === 1, { what: 'the request to be under way' });
  child.kill('SIGTERM');
  expect(await idle.ends(900)).toBe('FIN');
  await expect(RawConnection.to(port)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  expect(busy.ended).toBeUndefined();
  const answer = await busy.receives('"after":"1000"');
  expect(answer).toMatch(/^HTTP\/1.1 200 /);
  expect(answer).toMatch(/\r\nconnection: close\r\n/i);
  expect(await busy.ends()).toBe('FIN');
  expect((await ended()).code).toBe(0);
});

test('SIGTERM: a connection without a request does not delay the exit; a request sent on it at once is answered', async () => {
  await start();
  const [silent, late] = [await connect(), await connect()];
  child.kill('SIGTERM');
  await eventually(
    () =>
      RawConnection.to(port).then(
        () => false,
        () => true,
      ),
    { what: 'no new connections' },
  );
  late.request('GET', '/health/ready');
  expect(await late.receives('"not ready"')).toMatch(/^HTTP\/1.1 503 /);
  expect(await silent.ends(3_000)).toBe('FIN');
  expect(await ended()).toMatchObject({ code: 0 });
});

test('SIGTERM with a drain: not ready at once; all else is answered until the drain ends, and each answer closes its connection', async () => {
  await start({ DRAIN_SECONDS: '1.5' });
  const idle = await connect();
  idle.request('GET', '/health/live');
  await idle.receives('"live"');
  child.kill('SIGTERM');
  const isReady = () => fetch(`http://127.0.0.1:${port}/health/ready`).then(({ status }) => status);
  await eventually(async () => (await isReady()) === 503, { what: 'readiness to say no', timeoutMs: 1_000 });
  idle.received = '';
  idle.request('GET', '/after/1');
  expect(await idle.receives('"after":"1"')).toMatch(/200 [^]*connection: close/i);
  const fresh = await connect();
  fresh.request('GET', '/after/1');
  expect(await fresh.receives('"after":"1"')).toMatch(/200 [^]*connection: close/i);
  expect((await ended()).code).toBe(0);
});

test('SIGTERM before it serves ends it at once, with 0', async () => {
  child = spawn(process.execPath, [toyService], {
    env: { PORT: String(await freePort()), MANAGEMENT_PORT: '0', STARTS_AFTER_MS: '20000' },
  });
  await once(child.stdout as Readable, 'data');
  child.kill('SIGTERM');
  const { code, ms } = await ended();
  expect(code).toBe(0);
  expect(ms).toBeLessThan(5_000);
});
