import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { eventually } from '#testing/eventually.js';
import { introduceGuest, post } from '../e2e/api-client.js';
import { describeInChromium } from './chromium.js';
import { postComment } from './comment-form.js';
import { giveThread } from './give-thread.js';
import { inSight } from './in-sight.js';
import { onSite } from './on-site.js';
import { openArticles } from './open-articles.js';

describeInChromium('a page that stays open', () => {
  const site = onSite();
  const news = (page: Page) => page.locator('live-news a');
  const title = (page: Page) => page.locator('.thread > header h2');
  /** Until the page has its connection: what came before it is told as a number alone. */
  const connected = (page: Page) => page.waitForRequest(/\/live\?/).then((request) => request.response());
  const visit = async (path: string) => {
    const page = await site.visit('/');
    const isConnected = connected(page);
    await page.goto(path);
    await isConnected;
    return page;
  };

  test('tells two people of each other’s comments, and shows them when they ask', async () => {
    const { both } = await openArticles(site.url, ['both'] as const);
    const [one, other] = [await visit(both), await visit(both)];
    await postComment(one, { name: 'Tove', body: 'From me' });
    await news(other).waitFor();
    expect(await news(other).textContent()).toBe('1 new comment');
    expect(await title(other).textContent()).toBe('1 comment');
    expect(await other.locator('.comment').count()).toBe(0);
    await news(other).click();
    await other.locator('.comment', { hasText: 'From me' }).waitFor();
    expect(await news(other).isHidden()).toBe(true);
    await postComment(other, { name: 'Lena', body: 'And from me' });
    await news(one).waitFor();
    expect(await news(one).textContent()).toBe('1 new comment');
    expect(await title(one).textContent()).toBe('2 comments');
  });

  test('counts several, leads to the first of them, and moves nothing by itself', async () => {
    const thread = await giveThread(
      Array.from({ length: 30 }, (_, at) => ({ body: `Line ${at}. `.repeat(20) })),
      { publishedAt: new Date().toISOString() },
    );
    const { token } = await introduceGuest('Nora');
    const say = async (body: string) =>
      (await post(`/api/articles/${thread.slug}/comments`, { comment: { body } }, { token })).body.comment.id;
    const page = await visit(thread.path);
    await page.locator(`#comment-${thread.ids[12]}`).scrollIntoViewIfNeeded();
    const place = () => page.locator(`#comment-${thread.ids[12]}`).boundingBox();
    await page.evaluate('document.fonts.ready');
    const before = await place();
    const first = await say('One');
    for (const body of ['Two', 'Three']) await say(body);
    await eventually(async () => (await news(page).textContent()) === '3 new comments', { what: 'three' });
    expect(await place()).toEqual(before);
    expect(await title(page).textContent()).toBe('33 comments');
    await news(page).click();
    await inSight(page, `#comment-${first}`);
  });

  test('has no connection while it is out of sight, and resumes when it is looked at', async () => {
    const thread = await giveThread([{ body: 'Seen' }], { publishedAt: new Date().toISOString() });
    const { token } = await introduceGuest('Nora');
    const page = await visit(thread.path);
    const turn = (state: 'hidden' | 'visible') =>
      page.evaluate(`Object.defineProperty(document, 'hidden', { value: ${state === 'hidden'}, configurable: true });
        document.dispatchEvent(new Event('visibilitychange'))`);
    await turn('hidden');
    await post(`/api/articles/${thread.slug}/comments`, { comment: { body: 'Meanwhile' } }, { token });
    expect(await news(page).isHidden()).toBe(true);
    const isBack = connected(page);
    await turn('visible');
    expect((await isBack)?.url()).toMatch(/lastEventId=\d{16}$/);
    await news(page).waitFor();
    expect(await news(page).textContent()).toBe('1 new comment');
  });

  test('where comments are closed has none', async () => {
    const thread = await giveThread([{ body: 'Seen' }], { commentsClosed: true });
    const page = await site.visit(thread.path);
    expect(await page.locator('live-news').count()).toBe(0);
  });
});
