import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { Body, Controller, Get, Module, Param, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { pino } from 'pino';
import { eventually } from '#testing/eventually.js';
import { RawConnection } from '#testing/raw-connection.js';
import { resumeReading } from './end-unread.js';
import { httpAdapter } from './http-adapter.js';
import { lingerBytes, lingerMs } from './lingering-close.js';
import { unauthorized } from './problem.js';
import { ProblemFilter } from './problem.filter.js';

@Controller()
class Echo {
  @Post('echo')
  echo(@Body() body: object) {
    return { keys: Object.keys(body) };
  }

  @Get('failing/:code')
  fail(@Param('code') code: string) {
    throw Object.assign(new Error('it failed'), { code });
  }
}

@Module({ controllers: [Echo] })
class EchoModule {}

const times = { headersMs: 200, requestMs: 400 };
const log = pino({ level: 'silent' });
let app: NestFastifyApplication;
const clients: RawConnection[] = [];
/** Bytes that a port's connection has received in all, once it is closed. */
const read = new Map<number | undefined, number>();

beforeAll(async () => {
  app = await NestFactory.create(EchoModule, httpAdapter({ log, times, bodyLimit: 100_000 }), { logger: false });
  app.useGlobalFilters(new ProblemFilter(log));
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('preParsing', async (request, _reply, payload) => {
    await Promise.resolve();
    if (request.headers.authorization === undefined) throw unauthorized('is missing');
    return payload;
  });
  resumeReading(fastify);
  fastify.server.on('connection', (socket) =>
    socket.once('close', () => read.set(socket.remotePort, socket.bytesRead)),
  );
  await app.listen(0, '127.0.0.1');
});
afterEach(() => clients.splice(0).forEach((client) => client.close()));
afterAll(() => app.close());

async function connect(): Promise<RawConnection> {
  const client = await RawConnection.to((app.getHttpServer().address() as AddressInfo).port);
  clients.push(client);
  return client;
}

const json = { 'content-type': 'application/json' };
const known = { ...json, authorization: 'Token x' };

/** The problem document that was received; fails if anything else came with it. */
function problemIn({ received }: RawConnection): { status: number } {
  const [head = '', body = ''] = received.split('\r\n\r\n');
  expect(head).toMatch(/content-type: application\/problem\+json/i);
  expect(head).toMatch(/connection: close/i);
  expect(Buffer.byteLength(body)).toBe(Number(/content-length: (\d+)/i.exec(head)?.[1]));
  return JSON.parse(body) as { status: number };
}

describe('every wait for a request has a limit', () => {
  test('a body that never arrives is a 408', async () => {
    const client = await connect();
    client.request('POST', '/echo', { ...known, 'content-length': '10' });
    expect(await client.ends(5_000)).toBe('FIN');
    expect(problemIn(client)).toMatchObject({ status: 408, detail: expect.any(String), title: 'Request Timeout' });
  });

  test.each([
    ['headers that trickle', `POST /echo HTTP/1.1\r\nhost: x\r\nx: `],
    [
      'a body that trickles',
      `POST /echo HTTP/1.1\r\nhost: x\r\nauthorization: x\r\ncontent-type: application/json\r\ncontent-length: 9999\r\n\r\n`,
    ],
  ])('%s are a 408', async (_, begin) => {
    const client = await connect();
    client.send(begin);
    const trickle = setInterval(() => client.send('x'), 20);
    try {
      expect(await client.ends(5_000)).toBe('FIN');
    } finally {
      clearInterval(trickle);
    }
    expect(problemIn(client).status).toBe(408);
  });

  test('a connection that sends nothing is closed', async () => {
    expect(await (await connect()).ends(5_000)).toBe('FIN');
  });
});

describe('a request that is refused by its headers', () => {
  const mebibyte = 'x'.repeat(1024 * 1024);

  test('is not read to its end, and its client still gets the answer', async () => {
    const client = await connect();
    client.request('POST', '/echo', { ...json, 'content-length': String(1024 ** 3) });
    // A client that writes without reading the answer.
    for (let sent = 0; sent < 6; sent += 1) client.send(mebibyte);
    await client.receives('}');
    expect(problemIn(client)).toMatchObject({ status: 401 });
    expect(await client.ends(1_000)).toBe('FIN');
  });

  test('is cut off after 8 MiB, though its client keeps sending', async () => {
    const client = await connect();
    client.request('POST', '/echo', { ...json, 'content-length': String(1024 ** 4) });
    const more = () => client.socket.writable && client.socket.write(mebibyte, more);
    more();
    await client.receives('"status":401');
    const port = client.socket.localPort;
    const bytes = await eventually(() => read.get(port), { what: 'the end', timeoutMs: lingerMs - 500, everyMs: 5 });
    expect(bytes).toBeGreaterThan(lingerBytes);
  });

  test('with a small body keeps its connection', async () => {
    const client = await connect();
    client.request('POST', '/echo', json, '{"a":1}');
    await client.receives('"status":401');
    client.received = '';
    client.request('POST', '/echo', known, '{"a":1}');
    expect(await client.receives('"keys":["a"]')).toMatch(/^HTTP.1.1 201/);
  });

  test('is refused before it sends its body, if it expects 100-continue', async () => {
    const client = await connect();
    client.request('POST', '/echo', { ...json, expect: '100-continue', 'content-length': '50000' });
    expect(await client.receives('"status":401')).not.toMatch(/100 Continue/);
  });

  test('is refused before its body for its size too', async () => {
    const client = await connect();
    client.request('POST', '/echo', { ...known, expect: '100-continue', 'content-length': '100001' });
    expect(await client.receives('"status":413')).not.toMatch(/100 Continue/);
  });
});

test('an accepted client that expects 100-continue gets it once, and then the answer', async () => {
  const client = await connect();
  client.request('POST', '/echo', { ...known, expect: '100-continue', 'content-length': '7' });
  await client.receives('100 Continue');
  client.send('{"a":1}');
  expect((await client.receives('"keys":["a"]')).match(/100 Continue/g)).toHaveLength(1);
});

test.each([
  ['no HTTP', 'HELO\r\n\r\n', 400],
  ['headers without end', `GET /x HTTP/1.1\r\n${'x: y\r\n'.repeat(10_000)}`, 431],
  [
    'an unreadable body',
    `POST /echo HTTP/1.1\r\nhost: x\r\nauthorization: x\r\ntransfer-encoding: chunked\r\n\r\nxx\r\n`,
    400,
  ],
])('%s is answered as a problem document', async (_, text, status) => {
  const client = await connect();
  client.send(text);
  expect(await client.ends()).toBe('FIN');
  expect(problemIn(client).status).toBe(status);
});

test.each([
  ['57P01', 503],
  ['25006', 503],
  ['XX000', 500],
])('an error %s that no route handles is a %i', async (code, status) => {
  const client = await connect();
  client.request('GET', `/failing/${code}`, known);
  await client.receives(`"status":${status}`);
});
