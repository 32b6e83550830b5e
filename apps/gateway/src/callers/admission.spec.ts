import { expect, test } from '@jest/globals';
import type { FastifyRequest } from 'fastify';
import type { Pool } from 'pg';
import { parseAddress, type Address } from '#contracts/people/network.js';
import type { TokenVerifier } from '#identity/tokens.js';
import { unavailable } from '#http/problem.js';
import { Admission } from './admission.js';
import { AddressRanges } from './address-ranges.js';
import { Callers } from './callers.js';

const guest = { personId: 'g', kind: 'guest', roles: [], sessionId: 'g', sanctions: {} };
const tokens = { verify: () => Promise.resolve(guest) } as unknown as TokenVerifier;
const away = { query: () => Promise.reject(unavailable('away', 1)) } as unknown as Pool;

interface Asked {
  clientAddress: Address;
  addressRanges?: object[];
}

/** The result for a request, by the ranges that the read database has for an address. */
function judge(pool: Pool, route: string, asked: Asked) {
  const [method, url] = route.split(' ');
  const request = Object.assign(asked, { method, url, headers: {}, routeOptions: { url } });
  return new Admission(new Callers(tokens, new AddressRanges(pool))).judge(request as unknown as FastifyRequest);
}

const address = (text: string) => parseAddress(text) as Address;
const asked: unknown[] = [];
const finding = (...ranges: object[]) =>
  ({
    query: ({ values }: { values: unknown[] }) => {
      asked.push(...values);
      return Promise.resolve({ rows: ranges });
    },
  }) as unknown as Pool;
const ban = { reason: 'spam', until: null };

test.each(['POST /api/guests', 'POST /api/users', 'POST /api/articles/:slug/comments'])(
  '%s is refused from a banned address, with or without a token',
  async (route) => {
    const banned = finding({ rangeId: 'r', sanctions: { ban }, version: 3 });
    await expect(judge(banned, route, { clientAddress: address('203.0.113.7') })).rejects.toMatchObject({
      ...{ status: 403, detail: 'Your address is banned. Reason: spam.' },
    });
  },
);

test('a lifted sanction, or one that holds comments, lets the request pass and is passed on to the service', async () => {
  const ranges = [
    { rangeId: 'r', sanctions: {}, version: 3 },
    { rangeId: 's', sanctions: { premoderation: ban }, version: 1 },
  ];
  const request: Asked = { clientAddress: address('203.0.113.7') };
  await judge(finding(...ranges), 'POST /api/articles/:slug/comments', request);
  expect(request.addressRanges).toEqual(ranges);
});

test('an address is looked up in one form, and only if the rule requires good standing', async () => {
  asked.length = 0;
  await judge(finding(), 'POST /api/guests', { clientAddress: address('::ffff:203.0.113.7') });
  await judge(finding(), 'POST /api/guests', { clientAddress: address('[2002:cb00:7107::1]:443') });
  await judge(finding(), 'GET /api/articles', { clientAddress: address('203.0.113.8') });
  expect(asked).toEqual(['203.0.113.7', '203.0.113.7']);
});

test('while the read database is away, strangers may register and nobody else passes', async () => {
  await judge(away, 'POST /api/guests', { clientAddress: address('203.0.113.7') });
  await expect(
    judge(away, 'POST /api/articles/:slug/comments', { clientAddress: address('203.0.113.7') }),
  ).rejects.toMatchObject({
    status: 503,
  });
});

test('an unknown route is answered before the body is read; a route without a row in the policy is refused', async () => {
  const none = { clientAddress: address('203.0.113.7'), is404: true } as Asked;
  await expect(judge(finding(), 'POST /api/nothing?x', { ...none })).rejects.toMatchObject({ status: 404 });
  await expect(judge(finding(), 'PUT /api/guests?x', none)).rejects.toMatchObject({
    ...{ status: 405, headers: { Allow: 'OPTIONS, POST' } },
  });
  await expect(judge(finding(), 'POST /nowhere', { clientAddress: address('203.0.113.7') })).rejects.toMatchObject({
    status: 403,
  });
  await judge(finding(), 'GET /docs/x.css', { clientAddress: address('203.0.113.7') });
});

test('a caller passes only if the route’s row allows it, and nobody passes without a row', async () => {
  for (const route of ['POST /api/articles', 'GET /api/user', 'POST /api/people/:id/erase', 'GET /api/everything']) {
    await expect(judge(finding(), route, { clientAddress: address('203.0.113.7') })).rejects.toMatchObject({
      status: 403,
    });
  }
});
