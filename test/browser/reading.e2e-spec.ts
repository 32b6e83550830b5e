import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { eventually } from '#testing/eventually.js';
import { introduceGuest, post, publish, put, register, send, signInAsAdmin } from '../e2e/api-client.js';
import { askSite } from './ask-site.js';
import { describeInChromium, modes } from './chromium.js';
import { giveThread, type GivenThread } from './give-thread.js';
import { onSite } from './on-site.js';
import { searching } from './searching.suite.js';
import { styleOf } from './style-of.js';

const day = 86_400_000;

describeInChromium('reading', () => {
  const site = onSite();
  let admin: string;
  let yesterdays: GivenThread;
  let signed: string;
  let sealed: GivenThread;

  beforeAll(async () => {
    admin = await signInAsAdmin();
    const publishedAt = new Date(Date.now() - day).toISOString();
    yesterdays = await giveThread([], { title: 'Of yesterday', publishedAt });
    const source = { name: 'Quill Valley Courier', url: 'https://courier.example/mill' };
    const article = {
      ...{ title: 'Mill reopens', description: 'After ten years.', body: 'It grinds **again**.', format: 'markdown' },
      ...{ tagList: ['Valley', 'mills'], source },
    };
    signed = (await post('/api/articles', { article }, { token: admin })).body.article.slug;
    for (let number = 1; number <= 31; number += 1) await publish(admin, `News ${number}`);
    sealed = await giveThread([{ body: 'The last word' }], { commentsClosed: true, title: 'Of a closed one' });
  }, 60_000);

  test('an article that got another slug is found by its former one, and a withdrawn one says why', async () => {
    const token = admin;
    const former = await publish(admin, 'Once called this');
    const article = { title: 'Now called that', remark: 'Seen *twice*.' };
    const { slug } = (await put(`/api/articles/${former}`, { article }, { token })).body.article;
    const moved = await askSite(`${site.url}/articles/${former}?comment=7`);
    expect([moved.status, moved.headers['location']]).toEqual([301, `/articles/${slug}?comment=7`]);
    expect((await askSite(`${site.url}/articles/${slug}`)).html).toContain('Seen <em>twice</em>.');
    const reason = 'The source has taken it back.';
    const gone = await send('DELETE', `/api/articles/${former}`, JSON.stringify({ article: { reason } }), { token });
    expect(gone.status).toBe(204);
    for (const path of [former, slug]) {
      const ask = () => askSite(`${site.url}/articles/${path}`);
      await eventually(async () => (await ask()).status === 410, { what: 'the page that strangers had to be old' });
      expect((await ask()).html).toContain(reason);
    }
  });

  test('a page names its feeds, a feed leads back to the site, and robots find the sitemap', async () => {
    const head = (await askSite(`${site.url}/articles/${signed}`)).html;
    const path = `/articles/${signed}/feed.atom`;
    expect(head).toContain(
      `<link rel="alternate" type="application/atom+xml" title="Comments: Mill reopens (Atom)" href="${path}"`,
    );
    for (const each of ['/feed.atom', '/tags/mills/feed.rss', path]) {
      const { status, html, headers } = await askSite(site.url + each);
      expect([each, status, headers['etag']]).toEqual([each, 200, expect.stringMatching(/^W\/"/)]);
      expect(html).toContain(`${site.url}${each}`);
    }
    const named = /^Sitemap: (.*)$/m.exec((await askSite(`${site.url}/robots.txt`)).html)?.[1] ?? '';
    expect((await askSite(named)).html).toContain(`<loc>${site.url}/sitemaps/news.xml</loc>`);
  });

  const titles = (page: Page) => page.locator('.story .headline a').allTextContents();

  describe.each(modes)('%s', (_, javaScriptEnabled) => {
    const open = (path: string) => site.visit(path, { javaScriptEnabled });

    searching(open);

    test('the front page is by day, begins with the newest, and the older ones are behind a link', async () => {
      const page = await open('/');
      await eventually(async () => (await titles(page)).includes('News 31') || void (await page.reload()), {
        what: 'the newest article on the front page',
      });
      expect(await page.locator('h2.day').first().textContent()).toBe('Today');
      expect(await page.locator('.story.lead').count()).toBe(1);
      expect(await titles(page)).toHaveLength(30);
      const read = await titles(page);
      const days: string[] = [];
      for (let more = page.getByRole('link', { name: 'Older news' }); await more.isVisible();) {
        await more.click();
        days.push(...(await page.locator('h2.day').allTextContents()));
        read.push(...(await titles(page)));
        if (read.includes('Of yesterday')) break;
      }
      expect(days).toContain('Yesterday');
      const ours = read.filter((title) => /^News \d+$/.test(title)).slice(0, 31);
      expect(ours).toEqual(Array.from({ length: 31 }, (__, index) => `News ${31 - index}`));
      expect(await page.locator('.story.lead').count()).toBe(0);
      await page.getByRole('link', { name: 'To the newest' }).click();
      expect(await titles(page)).toContain('News 31');
    });

    test('an article has source, date and time, who posted it, and its excerpt set apart', async () => {
      const page = await open(`/articles/${signed}`);
      expect(await page.locator('h1').textContent()).toBe('Mill reopens');
      expect(await page.title()).toBe('Mill reopens · Broadside');
      const line = page.locator('.article > .meta').first();
      expect(await line.textContent()).toMatch(
        /Posted by .+ · \d{1,2} \w+ \d{4}.* \d\d:\d\d.*from Quill Valley Courier/s,
      );
      expect(await line.getByRole('link', { name: 'Quill Valley Courier', exact: true }).getAttribute('href')).toBe(
        'https://courier.example/mill',
      );
      expect(await line.locator('time').getAttribute('datetime')).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/);
      expect(await page.locator('.excerpt strong').textContent()).toBe('again');
      expect(await page.locator('.standfirst').textContent()).toBe('After ten years.');
      expect(await page.locator('[data-closes]').textContent()).toMatch(/^Comments close on \d{1,2} \w+ \d{4}/);
      expect(await page.getByRole('list', { name: 'Tags' }).textContent()).toContain('#mills');
      const data = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '') as object;
      expect(data).toMatchObject({ '@type': 'NewsArticle', headline: 'Mill reopens', articleSection: 'Valley' });
    });

    test('an article without comments says so, and offers the first word', async () => {
      const page = await open(yesterdays.path);
      expect(await page.locator('.thread > header h2').textContent()).toBe('No comments yet');
      expect(await page.locator('.thread .empty').textContent()).toContain('The first word is yours.');
      expect(await page.getByLabel('Your comment').isVisible()).toBe(true);
    });

    test('where comments are closed, the sentence stands in place of the form', async () => {
      const page = await open(sealed.path);
      expect(await page.locator('.closed').textContent()).toBe('Sorry. Comments have been closed on this article.');
      expect(await page.locator('comment-form, .reply').count()).toBe(0);
      expect(await page.locator('.comment .body').textContent()).toContain('The last word');
    });

    test('the exact time is shown on hover and on focus', async () => {
      const page = await open(sealed.path);
      const link = page.locator('.comment .when');
      const shown = () => styleOf(link.locator('time'), 'content', '::after');
      expect(await shown()).toBe('none');
      await link.hover();
      const exact = await link.locator('time').getAttribute('data-exact');
      expect(exact).toMatch(/\d{4} at \d\d:\d\d:\d\d UTC/);
      expect(await shown()).toBe(JSON.stringify(exact));
      await page.mouse.move(0, 0);
      expect(await shown()).toBe('none');
      await page.keyboard.press('Tab');
      await link.focus();
      expect(await shown()).toBe(JSON.stringify(exact));
    });

    test('badges tell the author of the article and the staff', async () => {
      const slug = await publish(admin, `Of badges ${javaScriptEnabled}`);
      const { token } = await register('Reader');
      for (const by of [admin, token])
        await post(`/api/articles/${slug}/comments`, { comment: { body: 'I' } }, { token: by });
      const page = await open(`/articles/${slug}`);
      const badges = (index: number) => page.locator('.comment').nth(index).locator('.badge').allTextContents();
      expect(await badges(0)).toEqual(['author', 'admin']);
      expect(await badges(1)).toEqual([]);
    });

    test('a nameless comment and an untitled article can be clicked', async () => {
      const { path } = await giveThread(
        [
          { name: '', body: 'Nobody in particular' },
          { name: '', body: 'So I', to: 0 },
        ],
        {
          title: '',
        },
      );
      const page = await open(path);
      expect(await page.locator('h1').textContent()).toBe('Untitled');
      expect(await page.locator('.answers b').textContent()).toBe('No name');
      const who = page.locator('.comment .who a').first();
      expect(await who.textContent()).toBe('No name');
      await who.click();
      await page.waitForURL(/\/people\//);
      const article = page.getByRole('link', { name: 'Untitled' }).first();
      await article.click();
      await page.waitForURL(new RegExp(path));
    });

    test('a right-to-left name stays within its own line', async () => {
      const { path } = await giveThread([{ name: 'علي \u202eevil', body: 'سلام' }]);
      const page = await open(path);
      const box = async (selector: string) => (await page.locator(selector).boundingBox()) ?? { x: NaN, width: NaN };
      const [name, when] = [await box('.comment .who a'), await box('.comment .when')];
      expect(name.x + name.width).toBeLessThan(when.x);
      expect(await styleOf(page.locator('.comment .body'), 'direction')).toBe('rtl');
      expect(await styleOf(page.locator('.comment .when time'), 'direction')).toBe('ltr');
    });
  });

  describe.each(modes)('a person’s page %s', (_, javaScriptEnabled) => {
    test('of a guest has the mark, the count and the comments, each with its place', async () => {
      const guest = await introduceGuest('Gerd', { website: 'https://gerd.example/' });
      const slug = await publish(admin, 'Of Gerd');
      for (const body of ['First', 'Second'])
        await post(`/api/articles/${slug}/comments`, { comment: { body } }, { token: guest.token });
      const page = await site.visit(`/articles/${slug}`, { javaScriptEnabled });
      await page.locator('.comment .who a').first().click();
      await page.waitForURL(`**/people/${guest.id}`);
      expect(await page.locator('h1').textContent()).toBe('Gerd');
      expect(await page.locator('.article .meta').textContent()).toContain(guest.id.slice(-6));
      expect(await page.locator('.article .meta').textContent()).toContain('2 comments here');
      expect(await page.getByRole('link', { name: 'Website' }).getAttribute('href')).toBe('https://gerd.example/');
      expect(await page.locator('.comment .body').allTextContents()).toEqual([
        expect.stringContaining('Second'),
        expect.stringContaining('First'),
      ]);
      await page.locator('.comment .when').first().click();
      await page.waitForURL(new RegExp(`/articles/${slug}\\?comment=`));
      expect(await page.locator('.comment.marked .body').textContent()).toContain('Second');
    });

    test('of an account has no mark; a longer list goes on behind a link; a stranger’s number is a 404', async () => {
      const account = await register('Agnes');
      const slug = await publish(admin, 'Of Agnes');
      for (let number = 1; number <= 31; number += 1) {
        await post(`/api/articles/${slug}/comments`, { comment: { body: `No. ${number}` } }, { token: account.token });
      }
      const page = await site.visit(`/articles/${slug}`, { javaScriptEnabled });
      await page.locator('.comment .who a').first().click();
      await page.waitForURL(/\/people\//);
      expect(await page.locator('.eyebrow').textContent()).toBe('Account');
      expect(await page.locator('.mark').count()).toBe(0);
      expect(await page.locator('.comment').count()).toBe(30);
      await page.getByRole('link', { name: 'More comments' }).click();
      await page.getByText('No. 1', { exact: true }).waitFor();
      expect(await page.locator('.comment').count()).toBe(1);
      const gone = await page.goto('/people/0190a3c2-7a4e-7c1b-9f0a-3d5e6f7081ff');
      expect(gone?.status()).toBe(404);
      expect(await page.locator('h1').textContent()).toBe('This page is not here.');
    });
  });
});
