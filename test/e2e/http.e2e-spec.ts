import { beforeAll, describe, expect, test } from '@jest/globals';
import { policy } from '#policy/policy.js';
import {
  type Answer,
  type Asking,
  gateways,
  get,
  introduceGuest,
  post,
  publish,
  register,
  send,
  signInAsAdmin,
} from './api-client.js';
import { type Copy, copiesOf } from './stack.js';

/** HTTP through the real gateway; each guard also has a test of its own beside its code. */
let admin: string;
let guest: { id: string; token: string };
let slug: string;

beforeAll(async () => {
  admin = await signInAsAdmin();
  guest = await introduceGuest('Hedda');
  slug = await publish(admin, 'Of HTTP');
});

describe('HEAD answers as GET would, without the body', () => {
  const pathOf = (route: string) => route.replaceAll(':slug', slug).replaceAll(/:\w+/g, 'x');
  const routes = Object.keys(policy).filter((row) => row.startsWith('GET '));

  test.each(routes)('%s', async (row) => {
    const path = pathOf(row.slice(4));
    for (const token of [undefined, guest.token, admin]) {
      const [head, read] = [await send('HEAD', path, undefined, { token }), await get(path, { token })];
      expect([head.status, head.text, head.headers.get('content-type')]).toEqual([
        ...[read.status, '', read.headers.get('content-type')],
      ]);
    }
  });

  test('with the length that GET would have', async () => {
    const path = `/api/articles/${slug}`;
    const [head, read] = [await send('HEAD', path), await get(path)];
    expect(head.headers.get('content-length')).toBe(String(Buffer.byteLength(read.text)));
  });
});

describe('an answer that is the same for everybody has an ETag', () => {
  const has = (path: string, etag: string | null, asking: Asking = {}) =>
    get(path, { ...asking, headers: { ...asking.headers, 'if-none-match': etag ?? '' } });

  test.each(['', '/comments'])(
    'which every copy accepts, until a comment changes it: an article’s %s',
    async (part) => {
      const path = `/api/articles/${slug}${part}`;
      for (const each of [path, '/api/articles?limit=3']) {
        const { headers } = await get(each);
        expect([headers.get('etag'), headers.get('cache-control')]).toEqual([
          expect.stringMatching(/^W\/"/),
          'no-cache',
        ]);
        for (const gateway of [0, 1]) {
          const { status, text } = await has(each, headers.get('etag'), { gateway });
          expect([status, text]).toEqual([304, '']);
        }
        await post(`/api/articles/${slug}/comments`, { comment: { body: 'New' } }, { token: guest.token });
        for (const gateway of [0, 1]) {
          const { status, text } = await has(each, headers.get('etag'), { gateway });
          expect([status, text]).toEqual([200, (await get(each, { gateway: 1 - gateway })).text]);
        }
      }
    },
  );

  test('is not cached if it is a refusal', async () => {
    const { headers } = await get('/api/articles/nowhere');
    expect([headers.get('etag'), headers.get('cache-control')]).toEqual([null, 'no-store']);
  });
});

describe('bytes that are not UTF-8 are never stored', () => {
  test.each([
    ['a comment', () => `/api/articles/${slug}/comments`, '{"comment":{"body":"caf\xe9"}}'],
    ['a guest’s name', () => '/api/guests', '{"guest":{"name":"Ren\xe9"}}'],
    [
      'a password',
      () => '/api/users',
      '{"user":{"username":"ren","email":"r@example.org","password":"caf\xe9 caf\xe9"}}',
    ],
  ])('%s', async (_, path, text) => {
    const headers = { 'content-type': 'application/json', authorization: `Token ${guest.token}` };
    const body = new Uint8Array(Buffer.from(text, 'latin1'));
    const answer = await fetch(`${gateways[0]}${path()}`, { method: 'POST', headers, body });
    expect([answer.status, ((await answer.json()) as Answer).detail]).toEqual([400, 'The body is not UTF-8.']);
  });
});

test('routes without a body accept a Content-Type', async () => {
  const asking = { token: guest.token, headers: { 'content-type': 'application/json' } };
  const { token } = await register('Bodil');
  expect((await send('DELETE', '/api/me', undefined, asking)).status).toBe(200);
  expect((await send('POST', '/api/me/keep', undefined, asking)).status).toBe(200);
  expect(
    (await send('POST', `/api/articles/${slug}/close-comments`, undefined, { ...asking, token: admin })).status,
  ).toBe(200);
  expect((await send('DELETE', '/api/user/sessions', undefined, { ...asking, token })).status).toBe(204);
});

test('another site may use PUT and DELETE, and CORS lists the methods of a path', async () => {
  const headers = { origin: 'https://elsewhere.example', 'access-control-request-method': 'PUT' };
  const asked = await send('OPTIONS', '/api/me/nick', undefined, { headers });
  expect([asked.status, asked.headers.get('access-control-allow-methods')]).toEqual([204, 'PUT, DELETE']);
});

test('a method that a path lacks is a 405 that lists the others', async () => {
  const { status, headers } = await send('PATCH', '/api/user', '{}');
  expect([status, headers.get('allow'), headers.get('content-type')]).toEqual([
    ...[405, 'OPTIONS, GET, HEAD, PUT', expect.stringContaining('application/problem+json')],
  ]);
  expect((await send('PATCH', '/api/nothing', '{}')).status).toBe(404);
});

test('a client that prefers not to wait is answered at once, however it writes that; others wait', async () => {
  const rename = (prefer: string) =>
    send('PUT', '/api/me', '{"me":{"name":"Hedda G"}}', { token: guest.token, headers: { prefer } });
  expect((await rename('wait=5, Respond-Async')).status).toBe(202);
  expect((await rename('x="respond-async"')).status).toBe(200);
});

test('every route documents its refusals', async () => {
  const { paths } = (await get('/openapi.json')).body as { paths: Record<string, Record<string, object>> };
  const statuses = (method: string, path: string) =>
    Object.keys((paths[path]?.[method] as { responses: object } | undefined)?.responses ?? {});
  expect(statuses('post', '/api/guests')).toContain('409');
  for (const [path, item] of Object.entries(paths)) {
    for (const method of Object.keys(item)) {
      const write = ['400', '409', '413', '415', '422', '429', '503', 'default'];
      // A preview changes nothing, so no key of it can be another's.
      const isWrite = method !== 'get' && !path.startsWith('/api/previews');
      const common = method === 'get' ? ['default'] : isWrite ? write : write.filter((each) => each !== '409');
      expect([method, path, statuses(method, path)]).toEqual([method, path, expect.arrayContaining(common)]);
    }
  }
});

test('strangers cannot read the system’s state, nor send commands to services', async () => {
  expect((await get('/metrics')).status).toBe(404);
  expect((await get('/health/ready')).body).toEqual({ status: 'ready' });
  const commands = { users: 'login', articles: 'publish-article', comments: 'post-comment' };
  for (const [service, command] of Object.entries(commands)) {
    const [{ url, managementUrl }] = (await copiesOf(service)) as [Copy];
    expect((await fetch(`${url}/metrics`)).status).toBe(404);
    expect(await (await fetch(`${url}/health/ready`)).json()).toEqual({ status: 'ready' });
    expect((await fetch(`${managementUrl}/metrics`)).status).toBe(200);
    const body = JSON.stringify({ email: 'a@example.org', password: 'guessed again' });
    const headers = { 'content-type': 'application/json', 'x-client-address': '203.0.113.7' };
    const answer = await fetch(`${url}/commands/${command}`, { method: 'POST', headers, body });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([421, expect.stringContaining('problem+json')]);
  }
});
