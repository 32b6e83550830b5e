import 'reflect-metadata';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { Body, Controller, Delete, HttpCode, Post } from '@nestjs/common';
import { ListeningApp } from '#testing/listening-app.js';

@Controller()
class Echo {
  @Post('echo')
  @HttpCode(200)
  echo(@Body() body: unknown) {
    return { body: body ?? null };
  }

  @Delete('thing')
  remove(@Body() body: unknown) {
    return { body: body ?? null };
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

const problemType = /^application\/problem\+json/;
const utf8 = { 'content-type': 'application/json' };

async function send(method: string, path: string, headers: Record<string, string>, body?: string | Uint8Array) {
  const sent = typeof body === 'string' ? body : body && new Uint8Array(body);
  const answer = await fetch(`${base}${path}`, { method, headers, ...(sent !== undefined && { body: sent }) });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, body: JSON.parse(text) as Record<string, unknown> };
}

async function refusal(...asked: Parameters<typeof send>) {
  const { status, headers, body } = await send(...asked);
  expect([headers.get('content-type'), body['status']]).toEqual([expect.stringMatching(problemType), status]);
  return { status, detail: body['detail'], headers };
}

describe('a Content-Type without a body is no body', () => {
  test.each(['application/json', 'application/json; charset=utf-8', 'application/x-www-form-urlencoded', 'nonsense'])(
    '%s',
    async (type) => {
      const [posted, deleted] = await Promise.all([
        send('POST', '/echo', { 'content-type': type }),
        send('DELETE', '/thing', { 'content-type': type }),
      ]);
      expect([posted.status, posted.body, deleted.status]).toEqual([200, { body: null }, 200]);
    },
  );

  test('an empty chunked body is no body', async () => {
    const client = await app.connect();
    client.send('POST /echo HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n');
    client.send('transfer-encoding: chunked\r\n\r\n0\r\n\r\n');
    expect(await client.receives('{"body":null}')).toMatch(/^HTTP\/1.1 200/);
  });
});

describe('only JSON in UTF-8 is accepted, and nothing is converted', () => {
  test('bytes that are not UTF-8 are a 400, wherever they are', async () => {
    for (const text of ['{"body":"caf\xe9"}', '{"caf\xe9":1}', '{"a":"\xff"}', '{"a":"\xed\xa0\x80"}', '\xc3']) {
      expect(await refusal('POST', '/echo', utf8, Buffer.from(text, 'latin1'))).toMatchObject({
        ...{ status: 400, detail: 'The body is not UTF-8.' },
      });
    }
    const fine = { 'a😀': 'café', b: '\ufffd' };
    expect((await send('POST', '/echo', utf8, JSON.stringify(fine))).body).toEqual({ body: fine });
  });

  test('a character that arrives in two packets is one character', async () => {
    const client = await app.connect();
    client.send('POST /echo HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 12\r\n\r\n');
    const [before, behind] = [Buffer.from('{"a":"\xf0\x9f', 'latin1'), Buffer.from('\x98\x80"}', 'latin1')];
    client.socket.write(before);
    setImmediate(() => client.socket.write(behind));
    expect(await client.receives('}}')).toContain('{"body":{"a":"\xf0\x9f\x98\x80"}}');
  });

  test.each(['application/json', 'APPLICATION/JSON; charset=UTF-8', 'application/json;charset="utf-8"'])(
    '%s is accepted',
    async (type) => {
      expect((await send('POST', '/echo', { 'content-type': type }, '{"a":1}')).body).toEqual({ body: { a: 1 } });
    },
  );

  test.each([
    'application/json; charset=latin1',
    'application/json; charset=utf-16',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/plain',
    'text/json',
    'nonsense',
  ])('%s is a 415', async (type) => {
    const { status, headers } = await refusal('POST', '/echo', { 'content-type': type }, '{"a":1}');
    expect([status, headers.get('accept')]).toEqual([415, 'application/json']);
  });

  test('a body without a Content-Type is a 415', async () => {
    expect((await refusal('POST', '/echo', {}, Buffer.from('{}'))).status).toBe(415);
  });

  test('a compressed body is a 415 that names the accepted encoding; identity is accepted', async () => {
    const packed = gzipSync('{"a":1}');
    const refused = await refusal('POST', '/echo', { ...utf8, 'content-encoding': 'gzip' }, packed);
    expect([refused.status, refused.headers.get('accept-encoding')]).toEqual([415, 'identity']);
    const plain = await send('POST', '/echo', { ...utf8, 'content-encoding': 'identity' }, '{}');
    expect(plain.status).toBe(200);
  });

  test('malformed JSON is a 400 that says so', async () => {
    for (const text of ['{', '{"a":1}x', '{"__proto__":{}}', '\u00a0']) {
      expect(await refusal('POST', '/echo', utf8, text)).toMatchObject({
        ...{ status: 400, detail: 'The body is not well-formed JSON.' },
      });
    }
  });

  test('a client that expects 100-continue for a body of another type is refused', async () => {
    const client = await app.connect();
    client.request('POST', '/echo', { 'content-type': 'text/plain', expect: '100-continue', 'content-length': '7' });
    expect(await client.receives('"status":415')).not.toMatch(/100 Continue/);
  });
});
