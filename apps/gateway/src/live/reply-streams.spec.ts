import { afterEach, expect, test } from '@jest/globals';
import { fastify, type FastifyInstance } from 'fastify';
import { tellClientAddress } from '#http/client-address.js';
import type { Queryable } from '#postgres/shared-connection.js';
import { EventStream } from '#testing/event-stream.js';
import { leftOff } from './left-off.js';
import { maxBehind } from './live-limits.js';
import { LiveStreams } from './live-streams.js';
import { ReplyStreams } from './reply-streams.js';

let now: number;
let server: FastifyInstance;
let parts: { close(): unknown }[];
afterEach(async () => {
  for (const each of parts) each.close();
  await server.close();
});

/** A database that tells the time, and nothing else within its limit. */
async function serve(): Promise<{ url: string; replies: ReplyStreams }> {
  now = 1_700_000_000_000_000;
  const lookUps = { query: () => Promise.resolve({ rows: [{ now }] }) } as unknown as Queryable;
  const pool: Queryable = { query: () => Promise.reject(new Error('it takes too long')) };
  const streams = new LiveStreams();
  const replies = new ReplyStreams({ streams, lookUps, pool });
  parts = [replies, streams];
  server = fastify({ forceCloseConnections: true });
  tellClientAddress(server, []);
  server.get('/', (request, reply) => replies.open(reply, 'ada', leftOff(request)));
  return { url: await server.listen({ host: '127.0.0.1', port: 0 }), replies };
}

test('who resumes where it takes too long to read what they missed is told to load anew', async () => {
  const { url } = await serve();
  const stream = await EventStream.open(url, { 'last-event-id': String(now - 60_000_000) });
  await stream.until(({ length }) => length === 1, 'the beginning');
  expect(stream.events).toEqual([{ id: String(now), event: 'reload', data: {} }]);
  stream.close();
});

test('after long without a look that succeeds each resumes alone, and no look goes back so far', async () => {
  const { url, replies } = await serve();
  const behind = await EventStream.open(url);
  await behind.until(({ length }) => length === 1, 'the beginning');
  now += maxBehind + 1;
  const near = await EventStream.open(url);
  replies.wake();
  await behind.until(() => behind.isEnded, 'the end');
  expect(near.isEnded).toBe(false);
  near.close();
});
