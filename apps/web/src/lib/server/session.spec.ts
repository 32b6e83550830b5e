import type { Cookies } from '@sveltejs/kit';
import { expect, test } from '@jest/globals';
import { SiteCookies } from './cookies.js';
import { type Ask, GatewayAway, Refusal } from './gateway.js';
import { readSession, renewWithNext, rolesOf } from './session.js';

const tokenUntil = (seconds: number) => {
  const claims = JSON.stringify({ exp: Date.now() / 1_000 + seconds });
  return `head.${Buffer.from(claims).toString('base64url')}.signature`;
};

/** A browser with a session cookie, and what becomes of it. */
function browserWith(access: string) {
  const stored = new Map([['__Host-session', `${access} refresh`]]);
  const cookies = {
    get: (name: string) => stored.get(name),
    set: (name: string, value: string) => stored.set(name, value),
    delete: (name: string) => stored.delete(name),
  };
  return { stored, cookies: new SiteCookies(cookies as unknown as Cookies, true) };
}

const answering: Ask = () =>
  Promise.resolve({ status: 200, links: {}, body: { user: { token: 'next', refreshToken: 'again' } } as never });
const failing =
  (error: Error): Ask =>
  () =>
    Promise.reject(error);

test('a token that ends soon is renewed', async () => {
  const { stored, cookies } = browserWith(tokenUntil(10));
  expect(await readSession(cookies, answering)).toEqual({ access: 'next', refresh: 'again' });
  expect(stored.get('__Host-session')).toBe('next again');
});

test('a token that says what the account may do is renewed with the next request', async () => {
  const { cookies } = browserWith(tokenUntil(300));
  const session = await readSession(cookies, failing(new Error('not asked')));
  renewWithNext(cookies, session ?? { access: '', refresh: '' });
  expect(await readSession(cookies, answering)).toEqual({ access: 'next', refresh: 'again' });
});

test.each([
  ['an absent gateway', new GatewayAway()],
  ['a service that is away', new Refusal(503, {})],
  ['a limit', new Refusal(429, {})],
])('%s signs nobody out', async (_, error) => {
  const early = browserWith(tokenUntil(10));
  expect(await readSession(early.cookies, failing(error))).toMatchObject({ refresh: 'refresh' });
  const late = browserWith(tokenUntil(-10));
  expect(await readSession(late.cookies, failing(error))).toBeUndefined();
  expect([early.stored.size, late.stored.size]).toEqual([1, 1]);
});

test.each(['{"roles":"admin","exp":"soon"}', '{"roles":[1]}', '{"roles":{"length":1}}', 'null', '[]', '7', 'no JSON'])(
  'a forged token that says %s says nothing of roles',
  (claims) => {
    const access = `head.${Buffer.from(claims).toString('base64url')}.signature`;
    expect(rolesOf({ access, refresh: '' })).toEqual([]);
  },
);

test.each([401, 422])('a session that has ended, or never was, is forgotten (%i)', async (status) => {
  const { stored, cookies } = browserWith(tokenUntil(-10));
  expect(await readSession(cookies, failing(new Refusal(status, {})))).toBeUndefined();
  expect(stored.size).toBe(0);
});
