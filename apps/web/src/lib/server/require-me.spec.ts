import type { Cookies } from '@sveltejs/kit';
import { expect, test } from '@jest/globals';
import { SiteCookies } from './cookies.js';
import { type Ask, GatewayAway, Refusal } from './gateway.js';
import { requireMe } from './require-me.js';
import { recogniseVisitor } from './visitor.js';

/** Where somebody with these cookies is led who sends a form to a page of their own, or reads it. */
async function ledTo(kept: Record<string, string>, refreshed: Error, method: 'GET' | 'POST'): Promise<unknown> {
  const stored = new Map(Object.entries(kept));
  const cookies = new SiteCookies(
    { get: (name: string) => stored.get(name), delete: (name: string) => stored.delete(name) } as unknown as Cookies,
    false,
  );
  const ask: Ask = (path) =>
    Promise.reject(path === '/api/users/refresh' ? refreshed : new Refusal(401, { errors: { token: ['is no more'] } }));
  const visitor = await recogniseVisitor(cookies, ask);
  const url = new URL('http://site.example/account?/profile');
  const event = { locals: { visitor, cookies, ask } as App.Locals, url, request: new Request(url, { method }) };
  return requireMe(event).catch((thrown: unknown) => thrown);
}

test.each([new GatewayAway(), new Refusal(503, {}), new Refusal(429, {})])(
  'somebody whose session cannot be renewed for now is not told to sign in',
  async (refreshed) => {
    for (const method of ['GET', 'POST'] as const) {
      expect(await ledTo({ session: '- refresh' }, refreshed, method)).toMatchObject({
        status: 503,
        body: { message: 'away', retryAfter: 5 },
      });
    }
  },
);

test('whose session has ended is, and keeps what was typed', async () => {
  const ended = new Refusal(401, {});
  expect(await ledTo({ session: '- refresh' }, ended, 'POST')).toMatchObject({ body: { message: 'signed-out' } });
  expect(await ledTo({ session: '- refresh' }, ended, 'GET')).toMatchObject({ status: 303 });
});

test('a guest, who has no account, is not', async () => {
  const none = new Refusal(401, {});
  expect(await ledTo({ guest: 'old' }, none, 'POST')).toMatchObject({ status: 401, body: { message: 'guest-gone' } });
});
