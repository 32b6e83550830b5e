import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { endsAtOnce } from '#http/ends-at-once.js';
import { RawConnection } from '#testing/raw-connection.js';
import { Connections, idleEndsMs } from './connections.js';
import { stopServing } from './shut-down.js';

let server: Server;
const clients: RawConnection[] = [];
afterEach(() => {
  for (const client of clients.splice(0)) client.close();
  server.closeAllConnections();
  server.close();
});

async function serve(answer: RequestListener) {
  server = createServer(answer);
  const connections = new Connections(server);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const client = await RawConnection.to((server.address() as AddressInfo).port);
  clients.push(client);
  return { client, connections };
}

const app = { close: () => Promise.resolve() };
const health = { stop: () => undefined };
const said: unknown[] = [];
const log = pino({ level: 'warn' }, { write: (line: string) => void said.push(JSON.parse(line)) });

test('a request that does not end is cut after the limit and logged, and the rest is closed', async () => {
  const begun = Promise.withResolvers<void>();
  const { client, connections } = await serve(() => begun.resolve());
  client.request('GET', '/');
  await begun.promise;
  const from = performance.now();
  await stopServing({ app, connections, health, log, drainMs: 0 }, 200);
  expect(performance.now() - from).toBeGreaterThanOrEqual(195);
  expect(await client.ends()).toBe('FIN');
  expect(said).toEqual([expect.objectContaining({ requests: 1, msg: 'requests under way were cut after 200 ms' })]);
});

test('an answer whose headers were already sent is completed, and its connection closed then', async () => {
  const finish = Promise.withResolvers<void>();
  const { client, connections } = await serve((_request, response) => {
    response.writeHead(200, { 'content-length': '6' }).write('one');
    void finish.promise.then(() => response.end('two'));
  });
  client.request('GET', '/');
  await client.receives('one');
  const closed = connections.close();
  finish.resolve();
  expect(await client.receives('onetwo')).toMatch(/keep-alive/);
  expect(await client.ends()).toBe('FIN');
  await closed;
});

test.each([
  ['asked for before', false],
  ['asked for after', true],
])('an answer without an end that is %s and begins long after is ended as it begins', async (_, isLate) => {
  const begin = Promise.withResolvers<void>();
  const { client, connections } = await serve((_request, response) => {
    void begin.promise.then(() => {
      response.writeHead(200).write('first');
      endsAtOnce(response, () => response.end('last'));
    });
  });
  if (!isLate) client.request('GET', '/');
  await delay(50);
  const closed = connections.close();
  if (isLate) client.request('GET', '/');
  await delay(idleEndsMs + 100);
  begin.resolve();
  await client.receives('last', 1_000);
  await closed;
});
