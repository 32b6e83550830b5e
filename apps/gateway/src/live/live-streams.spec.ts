import { afterEach, describe, expect, test } from '@jest/globals';
import { setTimeout as delay } from 'node:timers/promises';
import { fastify, type FastifyInstance } from 'fastify';
import { tellClientAddress } from '#http/client-address.js';
import { Problem } from '#http/problem.js';
import { Connections, idleEndsMs } from '#process/connections.js';
import { eventually } from '#testing/eventually.js';
import { EventStream } from '#testing/event-stream.js';
import { RawConnection } from '#testing/raw-connection.js';
import { heartbeatMs, maxBytesBehind, slowReaderMs, streamMs } from './live-limits.js';
import type { LiveStream } from './live-stream.js';
import { LiveStreams, type StreamBounds } from './live-streams.js';

let server: FastifyInstance;
let streams: LiveStreams;
let opened: LiveStream[];
let connections: Connections;
let port: number;
let time = 0;

async function serve(bounds: Partial<StreamBounds> = {}, before = () => Promise.resolve()): Promise<string> {
  streams = new LiveStreams({ checkEveryMs: 10, now: () => time, ...bounds });
  opened = [];
  server = fastify({ forceCloseConnections: true });
  connections = new Connections(server.server);
  tellClientAddress(server, []);
  server.get('/', async (_, reply) => {
    await before();
    opened.push(streams.begin(reply, { lifeMs: streamMs }));
  });
  server.setErrorHandler((error, _request, reply) =>
    error instanceof Problem ? reply.status(error.status).headers(error.headers).send(error) : reply.send(error),
  );
  const url = await server.listen({ host: '127.0.0.1', port: 0 });
  port = Number(new URL(url).port);
  return url;
}
afterEach(async () => {
  streams.close();
  await server.close();
});

const openIs = (count: number) => eventually(() => streams.count === count, { what: `${count} open streams` });
const message = (text: string) => `data: ${JSON.stringify({ text })}\n\n`;

describe('streams', () => {
  test('have room for so many, and for so many of one address; beyond is 503 with a time', async () => {
    const url = await serve({ perAddress: 2 });
    const [one] = [await EventStream.open(url), await EventStream.open(url)];
    const refused = await EventStream.open(url).catch((error: unknown) => error);
    expect(refused).toMatchObject({ status: 503, answer: { headers: { 'retry-after': '30' } } });
    one?.close();
    await openIs(1);
    await EventStream.open(url);
    await openIs(2);
  });

  test('a reader who takes nothing is disconnected, and costs others nothing', async () => {
    const url = await serve();
    const slow = await RawConnection.to(port);
    slow.request('GET', '/');
    await slow.receives('retry:');
    slow.socket.pause();
    const quick = await EventStream.open(url);
    const text = 'x'.repeat(0.75 * maxBytesBehind);
    let sent = 0;
    for (; streams.count > 1 && sent < 5_000; sent += 1) {
      for (const each of opened) each.send(message(text));
      await quick.until(({ length }) => length === sent + 1, 'what was sent');
    }
    await openIs(1);
    expect(quick.isEnded).toBe(false);
    expect(quick.events).toHaveLength(sent);
    slow.close();
    quick.close();
  }, 60_000);

  test('a reader who is behind for too long is disconnected, though little waits', async () => {
    await serve();
    const slow = await RawConnection.to(port);
    slow.request('GET', '/');
    await slow.receives('retry:');
    slow.socket.pause();
    const stream = opened[0] as LiveStream;
    // Until the kernels take no more, so that the rest waits here.
    const fill = async () => {
      for (let turn = 0; turn < 5_000 && !stream.isBehind; turn += 1) {
        stream.send(message('x'.repeat(10_000)));
        await new Promise((resolve) => setImmediate(resolve));
      }
      await delay(100);
      return stream.isBehind;
    };
    await eventually(fill, { what: 'something that waits', timeoutMs: 20_000 });
    expect(streams.count).toBe(1);
    time += slowReaderMs;
    await openIs(0);
    slow.close();
  });

  test('are kept open by a comment, and end after their time, with a time to come back', async () => {
    const stream = await EventStream.open(await serve());
    time += heartbeatMs;
    await eventually(() => stream.comments === 1, { what: 'a comment line' });
    time += streamMs;
    await stream.until(() => stream.isEnded, 'the end');
    expect([stream.comments, stream.retry]).toEqual([1, expect.any(Number)]);
    await openIs(0);
  });

  test('end at once when the process stops, which does not wait for them', async () => {
    const stream = await EventStream.open(await serve());
    const begun = performance.now();
    await connections.close();
    expect(performance.now() - begun).toBeLessThan(2_000);
    await stream.until(() => stream.isEnded, 'the end');
    expect(stream.retry).toEqual(expect.any(Number));
  });

  test('end as they begin when the process stops already', async () => {
    const [asked, begin] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const url = await serve({}, () => {
      asked.resolve();
      return begin.promise;
    });
    const opening = EventStream.open(url);
    await asked.promise;
    const closed = connections.close();
    await delay(idleEndsMs + 100);
    const begun = performance.now();
    begin.resolve();
    const stream = await opening;
    await closed;
    expect(performance.now() - begun).toBeLessThan(1_000);
    await stream.until(() => stream.isEnded, 'the end');
    await openIs(0);
  });
});
