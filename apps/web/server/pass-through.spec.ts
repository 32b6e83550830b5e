import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from '@jest/globals';
import { literalNetwork, type Network } from '#contracts/people/network.js';
import { closesUnread } from '#http/end-unread.js';
import { eventually } from '#testing/eventually.js';
import { findFreeBlock } from '#tools/stack/ports.js';
import { TestedSite } from './tested-site.suite.js';

let site: TestedSite;
afterEach(() => site.close());

const before = async (...gateways: (RequestListener | number)[]) => (site = await TestedSite.before(gateways));
const url = (path = '/api/x') => `http://127.0.0.1:${site.port}${path}`;
const bodyOf = (received: string) => received.slice(received.indexOf('\r\n\r\n') + 4);

describe('an answer comes as the gateway gives it', () => {
  test('names and doubled headers, reason and bytes of a body', async () => {
    const zipped = gzipSync('[1,2,3]');
    const headers = ['X-Odd-CASE', 'a', 'Set-Cookie', 'a=1', 'Set-Cookie', 'b=2', 'content-encoding', 'gzip'];
    const sent = [...headers, 'Content-Length', String(zipped.length), 'Date', 'then'];
    await before((_, response) => response.writeHead(299, 'As It Is', sent).end(zipped));
    const client = await site.connect();
    client.request('GET', '/api/x');
    const said = await client.receives(zipped.toString('latin1'));
    expect(said.slice(0, said.indexOf('Connection: '))).toBe(
      'HTTP/1.1 299 As It Is\r\nX-Odd-CASE: a\r\nSet-Cookie: a=1\r\nSet-Cookie: b=2\r\ncontent-encoding: gzip\r\n' +
        `Content-Length: ${zipped.length}\r\nDate: then\r\n`,
    );
    expect(bodyOf(said)).toBe(zipped.toString('latin1'));
  });

  test.each([
    ['HEAD', 200, { 'content-length': '7' }],
    ['HEAD', 200, {}],
    ['GET', 204, {}],
    ['GET', 304, { etag: 'W/"1"' }],
    ['OPTIONS', 204, { 'access-control-allow-origin': '*' }],
  ] as const)('%s with %d, and no body', async (method, status, headers) => {
    await before((_, response) => response.writeHead(status, headers).end());
    const client = await site.connect();
    client.request(method, '/api/x');
    const said = await client.receives('\r\n\r\n');
    expect(said).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    for (const [name, value] of Object.entries(headers)) expect(said).toContain(`${name}: ${value}\r\n`);
    // The connection goes on: nothing is left of the answer.
    client.received = '';
    client.request('GET', '/');
    expect(await client.receives('a page')).toMatch(/^HTTP\/1.1 200 /);
  });

  test('each chunk before the next is written', async () => {
    const answers: ServerResponse[] = [];
    await before((_, response) => {
      answers.push(response);
      response.write('one');
    });
    const client = await site.connect();
    client.request('GET', '/api/x');
    expect(await client.receives('one')).toContain('Transfer-Encoding: chunked');
    answers[0]?.end('two');
    expect(bodyOf(await client.receives('0\r\n\r\n'))).toBe('3\r\none\r\n3\r\ntwo\r\n0\r\n\r\n');
  });

  test('and other addresses are the pages’', async () => {
    await before((_, response) => response.end('the API'));
    const shown = async (path: string) => (await fetch(url(path))).text();
    expect(await Promise.all(['/', '/apis', '/articles/api', '/docsx'].map(shown))).toEqual(Array(4).fill('a page'));
    const passed = ['/api', '/api/', '/docs', '/docs/a', '/openapi.json', '/.well-known/jwks.json'];
    expect(await Promise.all(passed.map(shown))).toEqual(Array(6).fill('the API'));
  });
});

describe('a request goes as the client sends it', () => {
  const asked: IncomingMessage[] = [];
  const bodies: string[] = [];
  const echo: RequestListener = (request, response) => {
    asked.unshift(request);
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString('latin1')));
    request.on('end', () => {
      bodies.unshift(body);
      response.end('done');
    });
  };

  test('but for the connection’s own headers, and what it claims of the client', async () => {
    await before(echo);
    const client = await site.connect();
    const claims = { Forwarded: 'for=1.2.3.4', 'X-Forwarded-Host': 'evil.example', 'X-Forwarded-Proto': 'https' };
    client.request('GET', '/api/%C3%A9?q=a%2Fb', {
      ...{ 'X-ODD': 'a', Connection: 'keep-alive, X-Own', 'X-Own': 'b', TE: 'trailers' },
      ...{ 'X-Forwarded-For': '1.2.3.4', ...claims },
    });
    await client.receives('done');
    const [{ url: path, rawHeaders } = { url: '', rawHeaders: [] }] = asked;
    expect([path, ...rawHeaders]).toEqual([
      ...['/api/%C3%A9?q=a%2Fb', 'host', 'x', 'X-ODD', 'a', 'X-Forwarded-For', '127.0.0.1'],
      ...['X-Forwarded-Proto', 'http', 'X-Forwarded-Host', 'x'],
      ...['x-correlation-id', expect.stringMatching(/^[\w-]{36}$/), 'traceparent', expect.stringMatching(/^00-/)],
      ...['Connection', 'keep-alive'],
    ]);
  });

  test('a trusted proxy says who asks', async () => {
    site = await TestedSite.before([echo], [literalNetwork('127.0.0.1') as Network]);
    await fetch(url(), { headers: { 'X-Forwarded-For': '9.9.9.9, 192.0.2.7', 'X-Forwarded-Proto': 'https' } });
    expect(asked[0]?.headers).toMatchObject({ 'x-forwarded-for': '192.0.2.7', 'x-forwarded-proto': 'https' });
  });

  test('a write without a body is none with chunks', async () => {
    await before(echo);
    const client = await site.connect();
    client.request('POST', '/api/x');
    await client.receives('done');
    expect(asked[0]?.headers).toMatchObject({ 'content-length': '0' });
    expect(asked[0]?.headers['transfer-encoding']).toBeUndefined();
  });

  test('an upload is passed on while it comes', async () => {
    const chunks: string[] = [];
    await before((request, response) => {
      request.on('data', (chunk: Buffer) => chunks.push(chunk.toString()));
      request.on('end', () => response.end('done'));
    });
    const client = await site.connect();
    client.send('POST /api/x HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n3\r\none\r\n');
    await eventually(() => chunks.join('') === 'one', { what: 'the first chunk', timeoutMs: 5_000, everyMs: 5 });
    client.send('3\r\ntwo\r\n0\r\n\r\n');
    await client.receives('done');
    expect(chunks.join('')).toBe('onetwo');
  });

  test('who expects 100 gets it when the gateway says so, and the answer if it does not', async () => {
    let accepts = true;
    await before((request, response) => {
      if (!accepts) return void response.writeHead(413, { connection: 'close' }).end('too much');
      response.writeContinue();
      echo(request, response);
    });
    const client = await site.connect();
    client.request('POST', '/api/x', { expect: '100-continue', 'content-length': '4' });
    await client.receives('HTTP/1.1 100 Continue\r\n\r\n');
    client.send('body');
    await client.receives('done');
    expect(bodies[0]).toBe('body');
    accepts = false;
    client.received = '';
    client.request('POST', '/api/x', { expect: '100-continue', 'content-length': '40000' });
    expect(await client.receives('too much')).toMatch(/^HTTP\/1.1 413 [^]*Connection: close/);
    expect(client.received).not.toContain(' 100 ');
    expect(await client.ends()).toBe('FIN');
  });

  test('an answer before the end of the body arrives, and the connection ends with it', async () => {
    await before((request, response) => {
      closesUnread(request);
      response.writeHead(413, { connection: 'close' }).end('too much');
    });
    const client = await site.connect();
    client.request('POST', '/api/x', { 'content-length': '1000000' });
    client.send('x'.repeat(500_000));
    expect(await client.receives('too much')).toMatch(/^HTTP\/1.1 413 [^]*Connection: close/);
    client.send('x'.repeat(400_000));
    expect(await client.ends()).toBe('FIN');
  });
});

describe('who leaves is left', () => {
  test('a client that goes ends the gateway’s request', async () => {
    const gone = Promise.withResolvers<void>();
    await before((_, response) => {
      response.on('close', () => gone.resolve());
      response.write('one');
    });
    const client = await site.connect();
    client.request('GET', '/api/x');
    await client.receives('one');
    client.close();
    await gone.promise;
  });

  test('a gateway that dies amid an answer cuts it', async () => {
    await before((_, response) => void response.writeHead(200, { 'content-length': '10' }).write('one'));
    const client = await site.connect();
    client.request('GET', '/api/x');
    await client.receives('one');
    site.gateways[0]?.closeAllConnections();
    await client.ends();
    expect(bodyOf(client.received)).toBe('one');
  });
});

describe('a gateway is away', () => {
  test('another is asked, and a body is not lost', async () => {
    await before(await findFreeBlock(), (request, response) => void request.pipe(response));
    const posted = async () => (await fetch(url(), { method: 'POST', body: 'all of it' })).text();
    expect(await Promise.all([posted(), posted(), posted()])).toEqual(Array(3).fill('all of it'));
  });

  test('503 as a problem document where none answers', async () => {
    await before(await findFreeBlock());
    const answer = await fetch(url());
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      ...[503, 'application/problem+json; charset=utf-8'],
    ]);
    expect([answer.headers.get('retry-after'), answer.headers.get('cache-control')]).toEqual(['1', 'no-store']);
    expect(await answer.json()).toMatchObject({ status: 503, title: 'Service Unavailable' });
  });

  test('503 where one is silent', async () => {
    await before(() => undefined);
    expect((await fetch(url(), { method: 'POST', body: 'x' })).status).toBe(503);
  });

  test('a kept connection that was closed as it was taken is no error; a write is not sent twice', async () => {
    let requests = 0;
    await before((request, response) => {
      requests += 1;
      // The second request on a connection meets its end, as when it was closed meanwhile.
      if (request.socket.listenerCount('asked') > 0) return void request.socket.destroy();
      request.socket.on('asked', () => undefined);
      if (request.method === 'POST' && requests > 3) return void request.socket.destroy();
      response.end('done');
    });
    expect((await fetch(url())).status).toBe(200);
    expect((await fetch(url())).status).toBe(200);
    expect(requests).toBe(3);
    expect((await fetch(url(), { method: 'POST' })).status).toBe(503);
    expect(requests).toBe(4);
  });
});
