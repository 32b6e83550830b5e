import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { fastify, type FastifyInstance } from 'fastify';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import { literalNetwork, type Network } from '#contracts/people/network.js';
import { tellClientAddress } from '#http/client-address.js';
import { Problem } from '#http/problem.js';
import { eventually } from '#testing/eventually.js';
import { BigAnswers, maxBytesOfVisitor, maxBytesUnderWay } from './big-answers.js';

const chunk = 'x'.repeat(100_000);
const cutOffAfterMs = 600;
const asked: Socket[] = [];
let server: FastifyInstance;
let port: number;
let sip: NodeJS.Timeout | undefined;

beforeEach(async () => {
  const big = new BigAnswers(cutOffAfterMs);
  server = fastify({ forceCloseConnections: true });
  tellClientAddress(server, [literalNetwork('127.0.0.1') as Network]);
  // An endless answer, so that it is under way for as long as the client reads.
  server.get<{ Params: { length: string } }>('/:length', (request, reply) => {
    big.admit(reply, Number(request.params.length));
    return reply.send(Readable.from(Array.from({ length: 1_000 }, () => chunk)));
  });
  server.setErrorHandler((error, _request, reply) => {
    if (error instanceof Problem) return reply.status(error.status).headers(error.headers).send(error);
    throw error;
  });
  port = Number(new URL(await server.listen({ host: '127.0.0.1', port: 0 })).port);
});
afterEach(async () => {
  clearInterval(sip);
  for (const socket of asked.splice(0)) socket.destroy();
  await server.close();
});

/** Sends a request and reads only the head of the answer. */
async function ask(length: number, from = '203.0.113.1'): Promise<{ head: string; socket: Socket }> {
  const socket = connect(port, '127.0.0.1');
  asked.push(socket);
  socket.write(`GET /${length} HTTP/1.1\r\nHost: here\r\nX-Forwarded-For: ${from}\r\n\r\n`);
  const [head] = (await once(socket, 'data')) as [Buffer];
  socket.pause();
  return { head: head.toString('latin1', 0, 400), socket };
}
const ok = expect.stringContaining('HTTP/1.1 200');
const refused = expect.stringMatching(/^HTTP\/1.1 503[^]*retry-after: 1/i);

test('the large answers of one visitor are limited, so that another visitor has room', async () => {
  const third = maxBytesOfVisitor / 3;
  expect((await ask(third)).head).toEqual(ok);
  expect((await ask(1)).head).toEqual(refused);
  expect((await ask(third, '203.0.113.2')).head).toEqual(ok);
});

test('all large answers together are limited to what the process can hold', async () => {
  const visitors = Math.floor(maxBytesUnderWay / maxBytesOfVisitor);
  for (let n = 1; n <= visitors; n += 1) {
    expect((await ask(maxBytesOfVisitor / 3, `203.0.113.${n}`)).head).toEqual(ok);
  }
  expect((await ask(maxBytesOfVisitor / 3, '203.0.113.99')).head).toEqual(refused);
});

test('an answer larger than all the room is sent when no other is under way', async () => {
  expect((await ask(maxBytesUnderWay)).head).toEqual(ok);
  expect((await ask(1, '203.0.113.2')).head).toEqual(refused);
});

test('a client that disconnects frees its room', async () => {
  const { socket } = await ask(maxBytesOfVisitor);
  socket.destroy();
  const isAdmitted = async () => (await ask(1)).head.startsWith('HTTP/1.1 200');
  await eventually(isAdmitted, { what: 'the room to be given back' });
});

test('a client that reads nothing is disconnected; one that reads slowly is not', async () => {
  const [stalled, slow] = [await ask(1), await ask(1)];
  sip = setInterval(() => {
    slow.socket.once('data', () => slow.socket.pause());
    slow.socket.resume();
  }, cutOffAfterMs / 30);
  const ended: string[] = [];
  slow.socket.once('close', () => ended.push('slow'));
  // The end of the answer comes only after the part that the client has not read.
  const connections = () =>
    new Promise<number>((resolve) => server.server.getConnections((_, count) => resolve(count)));
  await eventually(async () => (await connections()) < 2, { what: 'one to be cut off' });
  stalled.socket.once('close', () => ended.push('stalled')).resume();
  await eventually(() => ended.length > 0, { what: 'its end' });
  expect(ended).toEqual(['stalled']);
});
