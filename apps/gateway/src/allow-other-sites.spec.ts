import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { fastify } from 'fastify';
import { policy } from '#policy/policy.js';
import { allowOtherSites } from './allow-other-sites.js';

const app = fastify();
beforeAll(async () => {
  allowOtherSites(app);
  app.get('/api/articles', () => 'fine');
  await app.ready();
});
afterAll(() => app.close());

/** The preflight request that a browser sends before a page of another site may send this. */
const preflight = (method: string, url: string) =>
  app.inject({
    method: 'OPTIONS',
    url,
    headers: {
      origin: 'https://elsewhere.example',
      'access-control-request-method': method,
      'access-control-request-headers': 'authorization,content-type',
    },
  });
const listOf = (header: unknown) => String(header).toLowerCase().split(/, */);

test.each(Object.keys(policy))('another site may send %s', async (row) => {
  const [method = '', route = ''] = row.split(' ');
  const { statusCode, headers } = await preflight(method, `${route.replaceAll(/:\w+/g, 'x')}?q=1`);
  expect([statusCode, headers['access-control-allow-origin']]).toEqual([204, '*']);
  expect(listOf(headers['access-control-allow-methods'])).toContain(method.toLowerCase());
  expect(listOf(headers['access-control-allow-headers'])).toEqual(
    expect.arrayContaining(['authorization', 'content-type', 'idempotency-key', 'if-none-match', 'prefer']),
  );
});

test('a preflight names the methods of the path only; an unknown path allows all, so that the page reads the 404', async () => {
  const methodsAt = async (url: string) => (await preflight('PATCH', url)).headers['access-control-allow-methods'];
  expect(await methodsAt('/api/me/nick')).toBe('PUT, DELETE');
  expect(await methodsAt('/api/articles/x')).toBe('GET, HEAD, PUT, DELETE');
  expect(await methodsAt('/api/nowhere')).toContain('DELETE');
});

test('OPTIONS that is no preflight is answered with the methods too', async () => {
  const { statusCode, headers } = await app.inject({ method: 'OPTIONS', url: '/api/articles' });
  expect([statusCode, headers['allow']]).toEqual([204, 'OPTIONS, GET, HEAD, POST']);
  expect(headers['access-control-allow-methods']).toBeUndefined();
});

test('other sites may read answers and refusals, and their headers', async () => {
  for (const url of ['/api/articles', '/api/nowhere']) {
    const { headers } = await app.inject({ method: 'GET', url });
    expect(headers['access-control-allow-origin']).toBe('*');
    expect(listOf(headers['access-control-expose-headers'])).toEqual(
      expect.arrayContaining(['consistency-token', 'deprecation', 'etag', 'link', 'retry-after', 'sunset']),
    );
    expect(headers['vary']).toBeUndefined();
  }
});
