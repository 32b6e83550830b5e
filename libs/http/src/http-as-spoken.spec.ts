import 'reflect-metadata';
import { Readable } from 'node:stream';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { Body, Controller, Get, HttpCode, Param, Post, StreamableFile } from '@nestjs/common';
import { ListeningApp } from '#testing/listening-app.js';
import { notFound } from './problem.js';

let begun = 0;
let readToItsEnd = false;

@Controller()
class Echo {
  @Post('echo')
  @HttpCode(200)
  echo(@Body() body: unknown) {
    return { body: body ?? null };
  }

  @Get('thing')
  thing() {
    return { text: 'café' };
  }

  @Get('named/:name')
  named(@Param('name') name: string) {
    return { name };
  }

  @Get('missing')
  missing() {
    throw notFound('thing');
  }

  @Get('stream')
  stream() {
    const pieces = function* () {
      begun += 1;
      for (let piece = 0; piece < 1_000; piece += 1) yield 'x'.repeat(1_000);
      readToItsEnd = true;
    };
    return new StreamableFile(Readable.from(pieces(), { highWaterMark: 1 }), { type: 'application/json' });
  }
}

let app: ListeningApp;
let base: string;

beforeAll(async () => {
  app = await ListeningApp.of(Echo);
  ({ base } = app);
});
afterEach(() => app.closeConnections());
afterAll(() => app.close());

describe('HEAD answers as GET would, without the body', () => {
  test.each(['/thing', '/missing', '/nothing'])('%s', async (path) => {
    const [head, get] = await Promise.all(['HEAD', 'GET'].map((method) => fetch(`${base}${path}`, { method })));
    expect(head?.status).toBe(get?.status);
    for (const name of ['content-type', 'content-length']) expect(head?.headers.get(name)).toBe(get?.headers.get(name));
    expect(head?.headers.get('content-length')).toMatch(/^\d+$/);
    expect(await head?.text()).toBe('');
  });

  test('a HEAD does not read the body that it would not send', async () => {
    const head = await fetch(`${base}/stream`, { method: 'HEAD' });
    expect([head.status, head.headers.get('content-type')]).toEqual([200, 'application/json']);
    // A complete GET follows, so that the first request has had its time.
    expect((await (await fetch(`${base}/stream`)).text()).length).toBe(1_000_000);
    readToItsEnd = false;
    await (await fetch(`${base}/stream`, { method: 'HEAD' })).text();
    await (await fetch(`${base}/thing`)).text();
    expect([begun, readToItsEnd]).toEqual([1, false]);
  });
});

describe('what Node or Fastify would answer themselves is a problem document', () => {
  test.each([
    ['a request without Host', 'GET /thing HTTP/1.1\r\n\r\n', 400],
    ['a version that is none', 'GET /thing HTTP/9.9\r\nhost: x\r\n\r\n', 400],
    ['a method that is none', 'FETCH /thing HTTP/1.1\r\nhost: x\r\n\r\n', 400],
    ['a method that no route has', 'PROPFIND /thing HTTP/1.1\r\nhost: x\r\n\r\n', 404],
    ['TRACE', 'TRACE /thing HTTP/1.1\r\nhost: x\r\n\r\n', 404],
    ['CONNECT', 'CONNECT x:80 HTTP/1.1\r\nhost: x\r\n\r\n', 405],
    ['an expectation nobody meets', 'GET /thing HTTP/1.1\r\nhost: x\r\nexpect: a-cake\r\n\r\n', 417],
    ['a body of two lengths', 'POST /echo HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n', 400],
    ['an address that is no UTF-8', 'GET /%ff HTTP/1.1\r\nhost: x\r\n\r\n', 400],
    ['an address of half an escape', 'GET /%f HTTP/1.1\r\nhost: x\r\n\r\n', 400],
    [
      'a body that is too large',
      'POST /echo HTTP/1.1\r\nhost: x\r\ncontent-length: 99999999\r\ncontent-type: application/json\r\n\r\n',
      413,
    ],
    ['headers that are too large', `GET /thing HTTP/1.1\r\nhost: x\r\nx: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
    ['a part of an address that is too long', `GET /named/${'x'.repeat(1_001)} HTTP/1.1\r\nhost: x\r\n\r\n`, 414],
    ['a route that is none', 'GET /nothing HTTP/1.1\r\nhost: x\r\n\r\n', 404],
  ])('%s', async (_, text, status) => {
    const client = await app.connect();
    client.send(text);
    const answer = await client.receives(`"status":${status}`, 3_000);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(answer).toMatch(/\r\ncontent-type: application\/problem\+json/i);
  });

  test('a part of an address may be as long as the limit', async () => {
    expect(
      ((await (await fetch(`${base}/named/${'%41'.repeat(1_000)}`)).json()) as { name: string }).name,
    ).toHaveLength(1_000);
  });

  test('HTTP/1.0 needs no Host', async () => {
    const client = await app.connect();
    client.send('GET /thing HTTP/1.0\r\n\r\n');
    expect(await client.receives('caf')).toMatch(/ 200 /);
  });
});
