import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { introduceGuest, post, put, register, signInAsAdmin } from '../e2e/api-client.js';
import { describeInChromium } from './chromium.js';
import { giveThread } from './give-thread.js';
import { areCollectionsHere, collectedTexts, vectors } from './hostile-texts.js';
import { onSite } from './on-site.js';

/** Comments of a page of a thread. */
const commentsOnPage = 200;

describeInChromium('hostile texts do nothing on any page that shows them', () => {
  const site = onSite();

  /** What ran on the page, and what on it would run if somebody touched it. onSite() looks at what was asked for. */
  async function opened(page: Page, path: string): Promise<string[]> {
    await page.goto(path);
    return page.evaluate<string[]>(`[
      ...window.ran,
      ...[...document.querySelectorAll('*')].flatMap((element) => [...element.attributes].flatMap(({ name, value }) => {
        const leads = ['href', 'src', 'action', 'formaction', 'data', 'xlink:href'].includes(name);
        const protocol = leads ? URL.parse(value, location.href)?.protocol : undefined;
        const isPicture = protocol === 'data:' && element.localName === 'img';
        const runs = name.startsWith('on') || name === 'style' || name === 'srcdoc';
        return runs || (!isPicture && /^(javascript|vbscript|data):/.test(protocol)) ? [element.outerHTML] : [];
      })),
    ]`);
  }

  async function trapped(): Promise<Page> {
    const page = await site.visit('/sign-in');
    await page.context().addInitScript(`
      window.ran = [];
      for (const name of ['alert', 'confirm', 'prompt', 'open', 'print']) window[name] = (text) => { window.ran.push(name + ' ' + text); };`);
    return page;
  }

  type Format = 'text' | 'markdown' | 'html';

  /** Threads whose every comment has such a text as its body, its author's name and website. */
  async function threadsOf(texts: readonly string[], format: Format): Promise<string[]> {
    const paths: string[] = [];
    for (let from = 0; from < texts.length; from += commentsOnPage) {
      const part = texts.slice(from, from + commentsOnPage);
      const comments = part.map((text, index) => ({
        ...{ body: text, format, name: text.slice(0, 900), website: text.slice(0, 3_900) },
        ...(index % 2 === 1 && { to: index - 1 }),
      }));
      const article = { title: part[0]?.slice(0, 900) ?? '', description: part[1]?.slice(0, 900) ?? '' };
      paths.push((await giveThread(comments, article)).path);
    }
    return paths;
  }

  const formats: Format[] = ['text', 'markdown', 'html'];

  test.each(formats)(
    'public vectors as %s, as name and as website',
    async (format) => {
      const page = await trapped();
      for (const path of await threadsOf(vectors, format)) {
        for (const view of ['flat', 'tree']) {
          await page.context().addCookies([{ name: 'preferences', value: `view=${view}`, url: site.url }]);
          expect(await opened(page, path)).toEqual([]);
        }
        const reply = await page.locator('.reply').first().getAttribute('href');
        expect(await opened(page, reply ?? '')).toEqual([]);
        const person = await page.locator('.comment .who a').first().getAttribute('href');
        expect(await opened(page, person ?? '')).toEqual([]);
      }
      expect(await opened(page, '/')).toEqual([]);
    },
    60_000,
  );

  test('nobody is asked for a picture of a comment until it is clicked, and for nothing else then', async () => {
    const page = await trapped();
    const asked: string[] = [];
    await page.route(/^https?:\/\//, (route) => {
      const url = route.request().url();
      if (url.startsWith(`${site.url}/`)) return route.continue();
      asked.push(`${route.request().resourceType()} ${new URL(url).origin}`);
      return route.abort();
    });
    for (const format of formats) {
      const [path = ''] = await threadsOf(vectors, format);
      await opened(page, path);
      await page.evaluate('for (const each of document.querySelectorAll(".comment")) each.scrollIntoView()');
      expect(asked).toEqual([]);
      await page.evaluate(`(async () => {
        for (const picture of document.querySelectorAll('a.picture')) {
          picture.scrollIntoView();
          picture.click();
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
      })()`);
      expect(await page.evaluate('window.ran')).toEqual([]);
      expect([...new Set(asked.splice(0))]).toEqual(format === 'text' ? [] : ['image https://evil.example']);
    }
  }, 60_000);

  test('public vectors through the API: title, description, tags, source, name, nick and website', async () => {
    const token = await signInAsAdmin();
    const page = await trapped();
    const slugs: string[] = [];
    for (const [index, text] of vectors.entries()) {
      const article = {
        title: text,
        description: text,
        body: text,
        format: 'markdown',
        tagList: [text],
        source: { name: text },
      };
      const published = await post('/api/articles', { article }, { token, gateway: index });
      if (published.status === 201) slugs.push(published.body.article.slug);
    }
    expect(slugs.length).toBeGreaterThan(vectors.length / 2);
    const [slug = ''] = slugs;
    let posted = 0;
    for (const text of vectors) {
      const named = await post('/api/guests', { guest: { name: text, website: text } });
      const guest = named.status === 201 ? named.body.guest : await introduceGuest('Mallory');
      await put('/api/me/nick', { nick: { name: text } }, { token: guest.token });
      const comment = { body: text, format: 'html' };
      const { status } = await post(`/api/articles/${slug}/comments`, { comment }, { token: guest.token });
      if (status === 201) posted += 1;
    }
    expect(posted).toBeGreaterThan(vectors.length / 2);
    for (const path of ['/', ...slugs.map((each) => `/articles/${each}`)]) expect(await opened(page, path)).toEqual([]);
  }, 120_000);

  test('public vectors typed into the form: it shows them again as they were', async () => {
    const page = await trapped();
    const { path } = await giveThread([{ body: 'Harmless' }]);
    await page.goto(path);
    const typed = vectors.join('\n').replaceAll('\0', '');
    await page.getByLabel('Your name').fill('"><img src=x onerror=alert(1)>');
    await page.getByLabel('Website').fill('javascript:alert(1)');
    await page.getByLabel('Your comment').fill(typed);
    for (let press = 0; press < 2 && (await page.locator('.wrong').count()) === 0; press += 1) {
      await page.getByRole('button', { name: 'Post comment' }).click();
      await page.getByRole('alert').first().waitFor();
    }
    await page.locator('#wrong-website').waitFor();
    expect(await page.getByLabel('Your comment').inputValue()).toBe(typed);
    expect(await page.getByLabel('Website').inputValue()).toBe('javascript:alert(1)');
    expect(await page.evaluate('window.ran')).toEqual([]);
  });

  test('public vectors on one’s own pages: name, nick, website, profile and address of a picture', async () => {
    const page = await trapped();
    const own = async (cookie: 'guest' | 'session', token: string, paths: string[]) => {
      await page.context().addCookies([{ name: cookie, value: token, url: site.url }]);
      for (const path of paths) expect([path, await opened(page, path)]).toEqual([path, []]);
    };
    const { token } = await register('Mallory');
    // Two hands full: each costs two pages.
    const some = vectors.filter((_, index) => index % Math.ceil(vectors.length / 10) === 0);
    for (const text of some) {
      const named = await post('/api/guests', { guest: { name: text, website: text } });
      if (named.status === 201) await own('guest', named.body.guest.token, ['/account', '/register']);
      const user = { bio: vectors.join('\n').replaceAll('\0', '').slice(0, 5_000), image: `https://a.example/${text}` };
      await put('/api/user', { user }, { token });
      await own('session', token, ['/account']);
      await page.context().clearCookies();
    }
  }, 60_000);

  (areCollectionsHere ? describe : describe.skip)('collections of others', () => {
    test.each(formats)(
      'as %s, as name and as website',
      async (format) => {
        const page = await trapped();
        for (const path of await threadsOf(collectedTexts(), format)) {
          expect(await opened(page, path)).toEqual([]);
          const person = await page.locator('.comment .who a').first().getAttribute('href');
          expect(await opened(page, person ?? '')).toEqual([]);
        }
      },
      120_000,
    );
  });
});
