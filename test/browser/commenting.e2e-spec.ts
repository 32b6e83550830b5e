import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { eventually } from '#testing/eventually.js';
import { introduceGuest, post } from '../e2e/api-client.js';
import { describeInChromium, modes } from './chromium.js';
import { fillIn, formOf, postComment, typedInto } from './comment-form.js';
import { onSite } from './on-site.js';
import { openArticles } from './open-articles.js';
import { styleOf } from './style-of.js';

describeInChromium('commenting', () => {
  const site = onSite();

  describe.each(modes)('%s', (mode, javaScriptEnabled) => {
    let articles: Record<'first' | 'next' | 'nicks' | 'reply' | 'wrong' | 'two' | 'keys', string>;
    beforeAll(async () => {
      articles = await openArticles(site.url, ['first', 'next', 'nicks', 'reply', 'wrong', 'two', 'keys']);
    }, 30_000);
    const open = (path: string) => site.visit(path, { javaScriptEnabled });
    const bodies = (page: Page) => page.locator('.comment .body').allTextContents();
    const count = (page: Page) => page.locator('.form .count').textContent();
    const remark = async (path: string, body: string) => {
      const { token } = await introduceGuest('Prior');
      return (await post(`/api${path}/comments`, { comment: { body } }, { token })).body.comment.id;
    };

    test('takes no more than a name; who one is, is remembered on the next page, and counted', async () => {
      const page = await open(articles.first);
      await postComment(page, { name: 'Tove', body: 'I was here.' });
      expect(await page.locator('.comment.marked .who').textContent()).toContain('Tove');
      expect(await page.locator('[data-posted]').textContent()).toBe('Posted.');
      expect(await count(page)).toBe('You have commented 1 time on Broadside.');
      expect(await typedInto(page)).toEqual({ name: 'Tove', email: '', website: '', body: '' });
      await page.goto(articles.next);
      expect(await typedInto(page)).toEqual({ name: 'Tove', email: '', website: '', body: '' });
      await postComment(page, { email: 'tove@example.org', website: 'https://tove.example/', body: 'And there.' });
      expect(await count(page)).toBe('You have commented 2 times on Broadside.');
      const link = page.locator('.comment.marked').getByRole('link', { name: 'Website' });
      expect(await link.getAttribute('href')).toBe('https://tove.example/');
      await page.goto(articles.first);
      expect(await typedInto(page)).toMatchObject({ email: 'tove@example.org', website: 'https://tove.example/' });
      expect(await page.content()).not.toContain('data-posted');
    });

    test('is under a picked nick or one’s original one', async () => {
      const page = await open(articles.nicks);
      await fillIn(page, { body: 'Under what name?' });
      await page.getByRole('button', { name: 'Invent a name for me' }).click();
      await eventually(async () => (await formOf(page).name.inputValue()) !== '', { what: 'an invented name' });
      expect(await formOf(page).body.inputValue()).toBe('Under what name?');
      await postComment(page, { name: 'Plain Jane' });
      await fillIn(page, { body: 'In disguise' });
      await page.getByRole('button', { name: 'Pic-a-Nic' }).click();
      const picked = page.getByRole('radio', { name: 'Pic-a-Nic' });
      await picked.waitFor();
      expect(await picked.isChecked()).toBe(true);
      const nick = (await page.locator('[data-nick]').textContent()) ?? '';
      expect(nick.length).toBeGreaterThan(2);
      await page.getByRole('button', { name: 'another' }).click();
      const next = async () => [await page.locator('[data-nick]').textContent()].find((each) => each !== nick);
      const other = await eventually(async () => (await next()) ?? false, { what: 'another nick' });
      await postComment(page, {});
      expect(await page.locator('.comment.marked .who').textContent()).toContain(other);
      expect(await page.locator('.comment.marked .body').textContent()).toContain('In disguise');
      await page.getByRole('radio', { name: 'My Original Nic' }).check();
      await postComment(page, { body: 'Myself again' });
      expect(await page.locator('.comment.marked .who').textContent()).toContain('Plain Jane');
      expect(await count(page)).toBe('You have commented 3 times on Broadside.');
    });

    test('a reply is written below what it answers, with that in sight', async () => {
      const id = await remark(articles.reply, 'What do you say?');
      for (let number = 1; number <= 12; number += 1) await remark(articles.reply, `Something else ${number}`);
      const page = await open(articles.reply);
      await untilShown(page, 13);
      await page.locator(`#comment-${id} .reply`).click();
      const form = page.locator(`#comment-${id} comment-form`);
      await form.waitFor();
      expect(await form.locator('[data-answering]').textContent()).toContain('You answer Prior: What do you say?');
      const height = page.viewportSize()?.height ?? 0;
      for (const part of [form.locator('[data-answering]'), form.locator('textarea')]) {
        const box = (await part.boundingBox()) ?? { y: NaN, height: NaN };
        expect([box.y >= 0, box.y + box.height <= height]).toEqual([true, true]);
      }
      await postComment(page, { name: 'Ruth', body: 'I say yes.' });
      expect(await page.locator('.comment.marked .answers').textContent()).toContain('Prior: What do you say?');
    });

    test('a wrong field says so beside it and has the focus; nothing typed is lost', async () => {
      const page = await open(articles.wrong);
      const typed = {
        name: 'Wim',
        email: 'wim@example.org',
        website: 'no address',
        body: 'Two\nlines\n\n"quoted" <b>',
      };
      await fillIn(page, typed);
      await formOf(page).post.click();
      await page.locator('#wrong-website').waitFor();
      expect(await typedInto(page)).toEqual(typed);
      const { website, body } = formOf(page);
      expect(await website.getAttribute('aria-invalid')).toBe('true');
      expect(await website.getAttribute('aria-describedby')).toBe('wrong-website');
      expect(await page.locator('#wrong-website').textContent()).toMatch(/^\S+/);
      expect(await page.getByRole('alert').first().textContent()).toContain('Not posted yet');
      expect(await isFocused(website)).toBe(true);
      await fillIn(page, { website: 'https://wim.example', body: ' ' });
      await formOf(page).post.click();
      await page.locator('#wrong-body').waitFor();
      expect(await page.locator('#wrong-body').textContent()).toBe("can't be blank");
      expect(await isFocused(body)).toBe(true);
      expect(await typedInto(page)).toEqual({ ...typed, website: 'https://wim.example', body: ' ' });
      await postComment(page, { body: typed.body });
      expect(await page.locator('.comment .body').textContent()).toContain('"quoted" <b>');
    });

    test('two people at once see each other’s words, and each their own count', async () => {
      const pages = [await open(articles.two), await open(articles.two)];
      await Promise.all(pages.map((page, index) => fillIn(page, { name: `Twin ${index}`, body: `From ${index}` })));
      await Promise.all(pages.map((page) => formOf(page).post.click()));
      for (const page of pages) {
        await page.locator('[data-posted]').waitFor();
        await page.reload();
        expect((await bodies(page)).map((body) => body.trim()).toSorted()).toEqual(['From 0', 'From 1']);
        expect(await count(page)).toBe('You have commented 1 time on Broadside.');
      }
      const names = await Promise.all(pages.map((page) => formOf(page).name.inputValue()));
      expect(names).toEqual(['Twin 0', 'Twin 1']);
    });

    test('goes from the front page to a posted reply by keys alone, and the focus is always seen', async () => {
      const title = `By keys ${mode}`;
      const { keys } = { keys: articles.keys };
      const id = await remark(keys, title);
      const page = await open(keys);
      await untilShown(page, 1);
      await page.goto('/');
      await page.keyboard.press('Tab');
      const skip = page.getByRole('link', { name: 'To the text' });
      expect(await isFocused(skip)).toBe(true);
      expect(((await skip.boundingBox()) ?? { y: -1 }).y).toBeGreaterThanOrEqual(0);
      await page.keyboard.press('Enter');
      await tabTo(page, page.locator(`.story .headline a[href="${keys}"]`));
      await page.keyboard.press('Enter');
      await page.waitForURL(`**${keys}`);
      await tabTo(page, page.locator(`#comment-${id} .reply`));
      await page.keyboard.press('Enter');
      const { name, body, post: button } = formOf(page);
      await page.locator(`#comment-${id} comment-form`).waitFor();
      if (javaScriptEnabled) expect(await isFocused(body)).toBe(true);
      else await tabTo(page, name);
      while (!(await isFocused(name))) await page.keyboard.press('Shift+Tab');
      await page.keyboard.type('Kay');
      await tabTo(page, body);
      await page.keyboard.type('Without a mouse');
      await tabTo(page, button);
      await page.keyboard.press('Enter');
      await page.locator('.comment.marked [data-posted]').waitFor();
      expect(await page.locator('.comment.marked .body').textContent()).toContain('Without a mouse');
    });
  });
});

/** Loads the page until it shows so many comments: a stranger's may be a second old. */
async function untilShown(page: Page, count: number): Promise<void> {
  for (let turn = 0; turn < 50 && (await page.locator('.comment').count()) < count; turn += 1) await page.reload();
  expect(await page.locator('.comment').count()).toBe(count);
}

const isFocused = (locator: Locator) =>
  locator.evaluate((element: { matches(of: string): boolean }) => element.matches(':focus'));

/** Presses Tab until it is reached. Wherever the focus stops on the way, it is seen. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  const focus = page.locator(':focus');
  for (let presses = 0; presses < 150; presses += 1) {
    await page.keyboard.press('Tab');
    if ((await focus.count()) === 0) continue;
    const outline = [await styleOf(focus, 'outlineStyle'), await styleOf(focus, 'outlineWidth')];
    if (outline[0] === 'none' || outline[1] === '0px') throw new Error(`no outline at ${await focus.innerHTML()}`);
    if (await isFocused(target)) return;
  }
  throw new Error('150 presses of Tab do not reach it');
}
