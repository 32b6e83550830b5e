import { randomUUID } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { eventually } from '#testing/eventually.js';
import { get, introduceGuest, register } from '../e2e/api-client.js';
import { askSite, fromOwnPage } from './ask-site.js';
import { giveThread } from './give-thread.js';
import { inlineParts } from './inline-parts.js';
import { comment, forms, routes, takingForms } from './site-forms.js';
import { startSite, type StartedSite } from './start-site.js';

describe('the site', () => {
  let site: StartedSite;
  let path: string;
  let pages: string[];
  let account: { email: string; password: string };
  beforeAll(async () => {
    site = await startSite({ TRUSTED_PROXIES: '127.0.0.1' });
    const guest = await introduceGuest('Ada');
    ({ path } = await giveThread([{ body: 'One' }, { body: 'Two', to: 0, by: guest }], { title: 'Of security' }));
    pages = ['/', path, `${path}?reply=1`, `/people/${guest.id}`, '/no-such-page'];
    account = await register('Sina');
  }, 60_000);
  afterAll(() => site?.stop());

  const own = () => fromOwnPage(site.url);

  test('takes forms at these addresses alone', () => {
    // Those of the desk are in its own test.
    const ofReaders = takingForms().filter((address) => !address.startsWith('/desk'));
    expect(ofReaders.toSorted()).toEqual(Object.keys(forms).toSorted());
  });

  test.each([
    ['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['another site, to an old browser', { origin: 'https://evil.example' }],
    ['a sandboxed page', { origin: 'null' }],
    ['another host of the domain', { 'sec-fetch-site': 'same-site' }],
    ['a bookmark', { 'sec-fetch-site': 'none' }],
    ['a liar about its origin', { origin: 'own', 'sec-fetch-site': 'cross-site' }],
    ['nowhere', {}],
  ])('refuses a form from %s, and does nothing', async (_, { origin, ...said }: Record<string, string>) => {
    const { token } = await introduceGuest('Victim');
    const headers = { ...said, ...(origin !== undefined && { origin: origin === 'own' ? site.url : origin }) };
    for (const [address, form] of Object.entries(forms)) {
      const url = site.url + address.replace('/articles/[slug]', path);
      const { status, cookies } = await askSite(url, { headers: { ...headers, cookie: `guest=${token}` }, form });
      expect([address, status, cookies]).toEqual([address, 403, []]);
    }
    expect((await get(`/api${path}`)).body.article.commentCount).toBe(2);
  });

  test.each(['PUT', 'PATCH', 'DELETE'])('refuses %s from another site too', async (method) => {
    const headers = { origin: 'https://evil.example' };
    expect((await fetch(site.url + path, { method, headers })).status).toBe(403);
  });

  describe.each([
    ['over https, as a trusted proxy says', { 'x-forwarded-proto': 'https' }, '__Host-', '; Secure'],
    ['over plain http', {}, '', ''],
  ])('%s', (_, said, prefix, secure) => {
    test.each([
      ['preferences', '/preferences', { theme: 'dark' }, ['preferences']],
      ['what became of a form', '/sign-out', {}, ['flash']],
      ['a session', '/sign-in', 'account', ['session', 'flash']],
      ['a guest', 'article', comment, ['guest', 'flash']],
    ])('a cookie for %s is out of reach of scripts and other sites', async (__, address, form, names) => {
      const to = address === 'article' ? `${path}?/post` : address;
      const sent = form === 'account' ? { ...account } : (form as Record<string, string>);
      const { status, cookies } = await askSite(site.url + to, { headers: { ...own(), ...said }, form: sent });
      expect(status).toBe(303);
      const given = cookies.filter((cookie) => !/Max-Age=0/.test(cookie));
      expect(given.map((cookie) => cookie.split('=')[0]).toSorted()).toEqual(
        names.map((name) => prefix + name).toSorted(),
      );
      for (const cookie of given) {
        expect(cookie).toMatch(/; Path=\/;.*HttpOnly/);
        expect(cookie).toMatch(/; SameSite=Lax/i);
        expect(/; Secure/.test(cookie)).toBe(secure !== '');
        expect(cookie).not.toMatch(/Domain=/i);
      }
    });
  });

  test('believes nobody who is not a trusted proxy', async () => {
    const [strict = ''] = (process.env['E2E_SITES'] ?? '').split(',');
    const headers = { ...fromOwnPage(strict), 'x-forwarded-proto': 'https', 'x-forwarded-host': 'evil.example' };
    const { cookies } = await askSite(`${strict}/preferences`, { headers, form: { theme: 'dark' } });
    expect(cookies).toEqual([expect.stringMatching(/^preferences=/)]);
    const { html } = await askSite(strict + path, { headers });
    expect(html).toContain(`<link rel="canonical" href="${strict}${path}"`);
  });

  test.each([
    ...['https://evil.example', '//evil.example', '/\\evil.example', '\\\\evil.example', '/\t/evil.example'],
    ...['/%0d%0aLocation:https://evil.example', 'javascript:alert(1)', '/\r\nSet-Cookie: a=b', '', 'evil.example'],
    ...['http:evil.example', '/.//evil.example', '/..//evil.example', '////evil.example', '@evil.example'],
  ])('leads back to a page of its own, not to %j', async (back) => {
    const { status, headers, cookies } = await askSite(`${site.url}/preferences`, { headers: own(), form: { back } });
    expect(status).toBe(303);
    expect(new URL(headers['location'] ?? '', site.url).origin).toBe(site.url);
    expect(cookies.filter((cookie) => cookie.startsWith('a='))).toEqual([]);
  });

  test('shows strangers the same bytes, with an ETag that saves sending them', async () => {
    for (const page of pages.slice(0, -1)) {
      const clients = [
        { 'user-agent': 'One/1.0', 'accept-language': 'de', 'x-forwarded-for': '192.0.2.1' },
        { 'user-agent': 'Two/2.0', 'accept-language': 'ar', 'x-forwarded-for': '192.0.2.2', cookie: 'foreign=1' },
      ];
      const answers = await Promise.all(clients.map((headers) => askSite(site.url + page, { headers })));
      const [one, two] = answers;
      expect(one?.html).toBe(two?.html);
      expect(one?.headers['etag']).toMatch(/^"[\w-]{22}"$/);
      expect(one?.headers).toMatchObject({ etag: two?.headers['etag'], 'cache-control': 'public, no-cache' });
      expect(one?.cookies).toEqual([]);
      const again = await askSite(site.url + page, { headers: { 'if-none-match': one?.headers['etag'] ?? '' } });
      expect([page, again.status, again.html]).toEqual([page, 304, '']);
    }
  });

  test.each(['/', '/api/articles'])('asks the gateway for %s under the request’s own correlation id', async (path) => {
    const { token } = await introduceGuest('Traced');
    const id = randomUUID();
    await askSite(site.url + path, { headers: { cookie: `guest=${token}`, 'x-correlation-id': id } });
    const logs = globSync(join(process.env['E2E_DATA'] ?? '', 'logs', 'gateway*.log'));
    const isLogged = () => logs.some((log) => readFileSync(log, 'utf8').includes(id));
    await eventually(isLogged, { what: 'the gateway’s line of the request' });
  });

  test.each(['/sign-in', '/register'])('%s leads back to a page of its own', async (to) => {
    for (const [back, led] of [
      ['/account/export', '/account/export'],
      ['//evil.example', '/'],
      ['/\\evil.example', '/'],
      ['https://evil.example/', '/'],
    ] as const) {
      const { html } = await askSite(`${site.url}${to}?back=${encodeURIComponent(back)}`);
      expect(html).toContain(`name="back" value="${led}"`);
    }
    const form = { ...account, username: `Sina ${randomUUID()}`, back: 'https://evil.example/' };
    const sent = { ...form, ...(to === '/register' && { email: `${randomUUID()}@example.org` }) };
    const { status, headers } = await askSite(site.url + to, { headers: own(), form: sent });
    expect([status, headers['location']]).toEqual([303, '/']);
  });

  test('starts a new session at each sign-in, whatever cookies there are, and ends the one before', async () => {
    const signIn = async (cookie: string) => {
      const { cookies } = await askSite(`${site.url}/sign-in`, { headers: { ...own(), cookie }, form: { ...account } });
      return /^session=([^;]*)/.exec(cookies.find((each) => each.startsWith('session=')) ?? '')?.[1] ?? '';
    };
    const planted = (await register('Eve')).token;
    const first = await signIn(`session=${planted}; guest=planted`);
    expect(first.length).toBeGreaterThan(100);
    expect(first).not.toContain(planted);
    const untilOver = (token: string) =>
      eventually(async () => (await get('/api/user', { token })).status === 401, { what: 'the session to be over' });
    await untilOver(planted);
    expect(await signIn(`session=${first}`)).not.toBe(first);
    await untilOver(decodeURIComponent(first).split(' ')[0] ?? '');
  });

  test('tells nobody the address of a link that sets a password', async () => {
    const { status, headers, html } = await askSite(`${site.url}/reset-password?token=secret`);
    expect([status, headers['referrer-policy'], headers['etag']]).toEqual([200, 'no-referrer', undefined]);
    expect(html).toContain('name="token" value="secret"');
  });

  test('shows one’s own pages to nobody else, and a stranger the way in', async () => {
    const { token } = await register('Priva');
    const ways = ['/register', '/sign-in', '/lost-password', '/reset-password'];
    const owned = globSync('account/**/+{page.svelte,server.ts}', { cwd: routes }).map((file) => `/${dirname(file)}`);
    expect(owned.length).toBeGreaterThan(8);
    for (const page of [...ways, ...owned, '/feed', '/favorites']) {
      const [strangers, person] = await Promise.all(
        [{}, { cookie: `session=${token}` }].map((headers) => askSite(site.url + page, { headers })),
      );
      for (const answer of [strangers, person]) {
        expect([page, answer?.headers['cache-control']]).toEqual([page, 'private, no-store']);
        expect([page, answer?.headers['etag']]).toEqual([page, undefined]);
      }
      expect([page, person?.status]).toEqual([page, 200]);
      const to = page.replace(/\/file$/, '');
      const led = ways.includes(page) ? undefined : `/sign-in?back=${encodeURIComponent(to)}`;
      expect([page, strangers?.headers['location']]).toEqual([page, led]);
    }
  });

  test('shows a person’s page to nobody else', async () => {
    const { token } = await introduceGuest('Priva');
    for (const page of pages) {
      const { headers } = await askSite(site.url + page, { headers: { cookie: `guest=${token}` } });
      expect([page, headers['cache-control'], headers['etag']]).toEqual([page, 'private, no-store', undefined]);
    }
  });

  test('serves two hosts at once: addresses on a page follow the host that was asked', async () => {
    const canonical = async (host: string) => {
      const { html } = await askSite(site.url + path, { headers: { host, 'x-forwarded-proto': 'https' } });
      const [, url] = /<link rel="canonical" href="([^"]+)"/.exec(html) ?? [];
      expect(html).toContain(`<meta property="og:url" content="${url}"`);
      return url;
    };
    const hosts = ['one.example', 'two.example:8443', 'one.example'];
    const found = await Promise.all(hosts.map(canonical));
    expect(found).toEqual(hosts.map((host) => `https://${host}${path}`));
    expect(await canonical('evil.example"><script>alert(1)</script>')).toBe(`https://localhost${path}`);
  });

  test('sends its policy with each page, and no page needs what that forbids', async () => {
    const { token } = await introduceGuest('Polly');
    for (const headers of [{}, { cookie: `guest=${token}` }, { cookie: 'preferences=view=tree%26order=newest' }]) {
      for (const page of pages) {
        const { headers: got, html } = await askSite(site.url + page, { headers });
        const policy = got['content-security-policy'] ?? '';
        expect(policy).toMatch(/default-src 'none'.*script-src 'self';.*style-src 'self'/);
        expect(policy).not.toMatch(/unsafe|nonce/);
        expect(got).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY' });
        expect([page, inlineParts(html)]).toEqual([page, []]);
      }
    }
    const failed = await askSite(`${site.url}${path}?/post`, { headers: own(), form: { ...comment, body: ' ' } });
    expect([failed.status, inlineParts(failed.html)]).toEqual([422, []]);
    expect(failed.headers['content-security-policy']).toMatch(/default-src 'none'/);
  });
});
