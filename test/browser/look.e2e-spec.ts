import { randomUUID } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { HtmlValidate } from 'html-validate';
import type { Page } from 'playwright-core';
import { eventually } from '#testing/eventually.js';
import { deskPages } from '../../apps/web/src/lib/desk/rules.js';
import { get, introduceGuest, register, send, signInAsAdmin } from '../e2e/api-client.js';
import { askSite, fromOwnPage } from './ask-site.js';
import { axeFindings } from './axe-findings.js';
import { describeInChromium } from './chromium.js';
import { giveThread, type GivenThread } from './give-thread.js';
import { htmlRules } from './html-rules.js';
import { onSite } from './on-site.js';

const asNamed = (paths: readonly string[]) => Object.fromEntries(paths.map((path) => [path, path]));

describeInChromium('each page', () => {
  const site = onSite();
  let thread: GivenThread;
  let pages: Record<string, string>;
  let guest: { id: string; token: string };
  /** The session of an account, for the pages of its own. */
  let session: string;
  /** The session of an admin, and the pages of the desk. */
  let staff: string;
  let desk: string[];
  const own = [
    '',
    '/comments',
    '/following',
    '/mutes',
    '/sanctions',
    '/sessions',
    '/second-factor',
    '/export',
    '/erasure',
  ].map((name) => `/account${name}`);

  beforeAll(async () => {
    guest = await introduceGuest('Ada');
    session = (await register('Ada')).token;
    staff = await signInAsAdmin();
    const { id } = (await get('/api/me', { token: session })).body.me;
    desk = [...deskPages, ...[guest.id, id, randomUUID()].map((each) => `/desk/people/${each}`)];
    const deep = Array.from({ length: 30 }, (_, index) => ({
      ...(index > 0 && { to: index - 1 }),
      ...{ by: guest, body: `Level ${index}: ${'words '.repeat(20)}`, website: 'https://ada.example/' },
    }));
    const long = {
      by: guest,
      body: `${'Donaudampfschifffahrt'.repeat(20)}\n\nhttps://example.org/${'path/'.repeat(60)}`,
    };
    const table =
      '| a | b |\n| - | - |\n| 1 | 2 |\n\n```\n' + 'code '.repeat(80) + '\n```\n\n> said\n\n1. one\n2. two\n\n# Loud';
    const source = { name: 'A source with quite a long name', url: 'https://source.example/' };
    thread = await giveThread([...deep, long, { body: table, format: 'markdown' }, { name: '', body: 'Nobody' }], {
      ...{ title: 'Of looks, and of a title that is long enough to take more than one line', source },
      ...{ format: 'markdown', body: `A *body*.\n\n${table}`, tagList: ['Valley', 'mills', 'roads'] },
    });
    const [empty, closed] = [await giveThread([]), await giveThread([{ body: 'Last' }], { commentsClosed: true })];
    const [first] = thread.ids;
    pages = {
      front: '/',
      'front, older': `/?after=nothing-older`,
      article: thread.path,
      'article, replying': `${thread.path}?reply=${first}#form`,
      'article, marked': `${thread.path}?comment=${first}#comment-${first}`,
      'article, empty': empty.path,
      'article, closed': closed.path,
      person: `/people/${guest.id}`,
      'sign-in': '/sign-in',
      register: '/register',
      'lost password': '/lost-password',
      'reset password': '/reset-password?token=any',
      'not there': '/no-such-page',
    };
  }, 60_000);

  test.each(['light', 'dark'] as const)(
    'has nothing that axe would mend, in %s colours',
    async (colorScheme) => {
      const page = await site.visit('/', { colorScheme, bypassCSP: true });
      const found: object[] = [];
      const look = async (name: string) =>
        found.push(...(await axeFindings(page, colorScheme)).map((finding) => ({ name, ...finding })));
      for (const [name, path] of Object.entries(pages)) {
        await page.goto(path);
        await look(name);
      }
      await page.goto(pages['article, empty'] ?? '');
      await page.getByLabel('Website').fill('no address');
      await page.getByLabel('Your comment').fill(' ');
      await page.getByRole('button', { name: 'Post comment' }).click();
      await page.locator('.wrong').first().waitFor();
      await look('errors');
      await page.context().addCookies([
        { name: 'preferences', value: 'view=tree&order=newest', url: site.url },
        { name: 'guest', value: guest.token, url: site.url },
      ]);
      await page.goto(thread.path);
      await look('a guest’s, as a tree');
      await page.keyboard.press('?');
      await page.getByRole('dialog', { name: 'Keys' }).waitFor();
      await look('keys');
      await page.goto('/account');
      await look('a guest’s own');
      await page.context().addCookies([{ name: 'session', value: session, url: site.url }]);
      for (const path of own) {
        await page.goto(path);
        await look(path);
      }
      expect(found).toEqual([]);
    },
    90_000,
  );

  test('is rendered by a build for production, whatever NODE_ENV it was built under', () => {
    const server = join(import.meta.dirname, '..', '..', 'dist', 'apps', 'web', 'pages', 'server');
    const files = globSync(join(server, '**', '*.js'));
    expect(files.length).toBeGreaterThan(20);
    expect(files.filter((file) => readFileSync(file, 'utf8').includes('push_element'))).toEqual([]);
  });

  test('is valid HTML', async () => {
    const validator = new HtmlValidate(htmlRules);
    const wrong = async (name: string, html: string) => {
      const { results } = await validator.validateString(html, name);
      return results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message, line }) => `${name}:${line} ${ruleId}: ${message}`),
      );
    };
    const found: string[] = [];
    for (const [name, path] of Object.entries(pages)) {
      for (const cookie of ['', `guest=${guest.token}`, 'preferences=view=tree%26theme=dark']) {
        found.push(...(await wrong(name, (await askSite(site.url + path, { headers: { cookie } })).html)));
      }
    }
    const theirs = [...own.map((path) => [path, session] as const), ...desk.map((path) => [path, staff] as const)];
    for (const [path, token] of theirs) {
      const { html } = await askSite(site.url + path, { headers: { cookie: `session=${token}` } });
      found.push(...(await wrong(path, html)));
    }
    const form = { name: '', email: 'x', website: 'no', body: 'x', key: '' };
    const failed = await askSite(`${site.url}${pages['article, empty']}?/post`, {
      headers: fromOwnPage(site.url),
      form,
    });
    found.push(...(await wrong('errors', failed.html)));
    expect([...new Set(found)]).toEqual([]);
  });

  test('leads only to pages that are there', async () => {
    const waiting = ['/', thread.path];
    const seen = new Set(waiting);
    const broken: string[] = [];
    for (let path = waiting.shift(); path !== undefined && seen.size < 250; path = waiting.shift()) {
      const { status, html, headers } = await askSite(site.url + path);
      if (status >= 400) broken.push(`${path}: ${status}`);
      const isPage = headers['content-type']?.startsWith('text/html') === true && !path.startsWith('/docs');
      const links = isPage ? [...html.matchAll(/(?:href|src)="(\/[^"#]*)/g)].map(([, to = '']) => to) : [];
      for (const link of links.map((to) => to.replaceAll('&amp;', '&'))) {
        if (!seen.has(link)) waiting.push(link);
        seen.add(link);
      }
    }
    expect(broken).toEqual([]);
    expect(seen.size).toBeGreaterThan(30);
  }, 60_000);

  describe('does not scroll sideways', () => {
    const widerThanItsWindow = async (page: Page, token = session, paths = { ...pages, ...asNamed(own) }) => {
      const wide: string[] = [];
      await page.context().addCookies([{ name: 'session', value: token, url: site.url }]);
      for (const [name, path] of Object.entries(paths)) {
        await page.goto(path);
        const [width = 0, window = 0] = await page.evaluate<number[]>(
          '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
        );
        if (width > window) wide.push(`${name}: ${width} > ${window}`);
      }
      return wide;
    };
    const sizes = {
      'on a phone of 320 px': { viewport: { width: 320, height: 640 } },
      'at 200 %': { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 },
    };

    test.each(Object.entries(sizes))('%s', async (_, size) => {
      const page = await site.visit('/', size);
      expect(await widerThanItsWindow(page)).toEqual([]);
      await page.context().addCookies([{ name: 'preferences', value: 'view=tree', url: site.url }]);
      expect(await widerThanItsWindow(page)).toEqual([]);
    });

    test('from right to left', async () => {
      const token = await signInAsAdmin();
      const speak = async (language: string) => {
        const { status } = await send('PATCH', '/api/site', JSON.stringify({ site: { language } }), { token });
        expect(status).toBe(200);
        await eventually(async () => (await askSite(site.url)).html.includes(`<html lang="${language}"`), {
          what: `the site in ${language}`,
        });
      };
      await speak('ar');
      try {
        const page = await site.visit('/', sizes['on a phone of 320 px']);
        expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
        expect(await widerThanItsWindow(page)).toEqual([]);
        await page.context().addCookies([{ name: 'preferences', value: 'view=tree', url: site.url }]);
        expect(await widerThanItsWindow(page)).toEqual([]);
        const name = (await page.locator('.mast .name').boundingBox()) ?? { x: 0 };
        expect(name.x).toBeGreaterThan(20);
        expect(await widerThanItsWindow(page, staff, asNamed(desk))).toEqual([]);
      } finally {
        await speak('en');
      }
    }, 40_000);
  });
});
