import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { introduceGuest, post, register } from '../e2e/api-client.js';
import { describeInChromium, modes } from './chromium.js';
import { giveThread, type GivenThread } from './give-thread.js';
import { inSight } from './in-sight.js';
import { onSite } from './on-site.js';

describeInChromium('what is new since the last visit', () => {
  const site = onSite();
  const answer = async ({ slug }: GivenThread, token: string, body: string) =>
    (await post(`/api/articles/${slug}/comments`, { comment: { body } }, { token })).body.comment.id;
  /** Loads the page until it shows so many comments: a stranger's may be a second old. */
  const untilShown = async (page: Page, count: number) => {
    for (let turn = 0; turn < 50 && (await page.locator('.comment').count()) < count; turn += 1) await page.reload();
    expect(await page.locator('.comment').count()).toBe(count);
  };
  const newOnes = (page: Page) =>
    page.locator('.comment.new').evaluateAll((all: { id: string }[]) => all.map(({ id }) => Number(id.slice(8))));

  test('is marked and counted for a stranger with JavaScript', async () => {
    const thread = await giveThread([{ body: 'Seen' }], { publishedAt: new Date().toISOString() });
    const { token } = await introduceGuest('Nora');
    const page = await site.visit(thread.path);
    expect(await newOnes(page)).toEqual([]);
    const fresh = [await answer(thread, token, 'News'), await answer(thread, token, 'More news')];
    await untilShown(page, 3);
    expect(await newOnes(page)).toEqual(fresh);
    expect(await page.locator('[data-fresh]').textContent()).toContain('2 new since your last visit');
    await page.reload();
    expect(await newOnes(page)).toEqual([]);
  });

  test.each(modes)('is marked and counted for a guest %s, but not what they wrote themselves', async (_, js) => {
    const thread = await giveThread([{ body: 'Seen' }], { publishedAt: new Date().toISOString() });
    const [guest, other] = [await introduceGuest('Gast'), await introduceGuest('Nora')];
    const page = await site.visit('/', { javaScriptEnabled: js });
    await page.context().addCookies([{ name: 'guest', value: guest.token, url: site.url }]);
    await page.goto(thread.path);
    expect(await newOnes(page)).toEqual([]);
    const [, theirs] = [await answer(thread, guest.token, 'Mine'), await answer(thread, other.token, 'Theirs')];
    await page.goto('/');
    const story = page.locator('.story', { has: page.locator(`a[href="${thread.path}"]`) });
    await story.locator('.fresh').waitFor();
    expect(await story.locator('.fresh').textContent()).toContain('2 new');
    await page.goto(thread.path);
    expect(await newOnes(page)).toEqual([theirs]);
    expect(await page.locator('[data-fresh]').textContent()).toContain('1 new since your last visit');
    await page.locator('[data-fresh] .next-new').click();
    await inSight(page, `#comment-${theirs}`);
    await page.goto(thread.path);
    expect(await newOnes(page)).toEqual([]);
  });

  test.each(modes)('is the same for an account on each of its devices, %s', async (_, js) => {
    const thread = await giveThread([{ body: 'Seen' }], { publishedAt: new Date().toISOString() });
    const [account, other] = [await register('Agnes'), await introduceGuest('Nora')];
    const signedIn = async () => {
      const page = await site.visit('/sign-in', { javaScriptEnabled: js });
      await page.getByLabel('E-mail').fill(account.email);
      await page.getByLabel('Password').fill(account.password);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.getByText('You are signed in.').waitFor();
      return page;
    };
    const [desk, phone] = [await signedIn(), await signedIn()];
    await desk.goto(thread.path);
    expect(await newOnes(desk)).toEqual([]);
    const theirs = await answer(thread, other.token, 'Theirs');
    await phone.goto(thread.path);
    expect(await newOnes(phone)).toEqual([theirs]);
    await phone.reload();
    for (let turn = 0; turn < 20 && (await newOnes(phone)).length > 0; turn += 1) await phone.reload();
    expect(await newOnes(phone)).toEqual([]);
    await desk.goto(thread.path);
    expect(await newOnes(desk)).toEqual([]);
  });

  test('is gone through by buttons and by keys; r answers, ? helps', async () => {
    const thread = await giveThread([{ body: 'Seen' }], { publishedAt: new Date().toISOString() });
    const { token } = await introduceGuest('Nora');
    const page = await site.visit(thread.path);
    const fresh = [await answer(thread, token, 'News'), await answer(thread, token, 'More news')];
    await untilShown(page, 3);
    const at = (id: number | undefined) => page.locator(`#comment-${id}.at`).waitFor();
    await page.getByRole('button', { name: 'Next new' }).click();
    await at(fresh[0]);
    await page.keyboard.press('j');
    await at(fresh[1]);
    await page.keyboard.press('k');
    await at(fresh[0]);
    await page.getByRole('button', { name: 'Next new' }).click();
    await at(fresh[1]);
    await page.getByRole('button', { name: 'Previous new' }).click();
    await at(fresh[0]);
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.keyboard.press('r');
    const form = page.locator(`#comment-${fresh[0]} comment-form`);
    await form.waitFor();
    expect(await form.locator('[data-answering]').textContent()).toContain('You answer Nora: News');
    await page.keyboard.type('jkr?');
    expect(await page.getByLabel('Your comment').inputValue()).toBe('jkr?');
  });
});
