import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { eventually } from '#testing/eventually.js';
import { introduceGuest, post, register } from '../e2e/api-client.js';
import { describeInChromium, modes } from './chromium.js';
import { giveThread, type GivenThread } from './give-thread.js';
import { onSite } from './on-site.js';

const longThread = 405;

describeInChromium('a thread', () => {
  const site = onSite();
  let small: GivenThread;
  let long: GivenThread;

  beforeAll(async () => {
    const said = (to: number | undefined, body: string) => ({ body, ...(to !== undefined && { to }) });
    small = await giveThread([
      said(undefined, 'Root'),
      said(0, 'Branch'),
      said(1, `Leaf ${'of many words '.repeat(20)}`),
      said(undefined, 'Other root'),
      said(3, 'Other branch'),
    ]);
    long = await giveThread(
      Array.from({ length: longThread }, (_, index) => said(index % 3 === 2 ? index - 2 : undefined, `No. ${index}`)),
      { title: 'Of a long thread' },
    );
  }, 60_000);

  const idsOn = (page: Page) =>
    page.locator('.comment').evaluateAll((all: { id: string }[]) => all.map(({ id }) => Number(id.slice(8))));
  const commentOf = (page: Page, id: number | undefined) => page.locator(`#comment-${id}`);

  describe.each(modes)('%s', (_, javaScriptEnabled) => {
    const open = (path: string) => site.visit(path, { javaScriptEnabled });

    test('is flat or a tree, oldest or newest first, and stays so on the next page', async () => {
      const page = await open(small.path);
      const pressed = () => page.locator('.order button[aria-pressed=true]').allTextContents();
      expect(await pressed()).toEqual(['Flat', 'Oldest']);
      expect(await idsOn(page)).toEqual(small.ids);
      await page.getByRole('button', { name: 'Tree' }).click();
      await page.locator('details.replies').first().waitFor();
      await page.getByRole('button', { name: 'Newest' }).click();
      await page.locator('button[value=newest][aria-pressed=true]').waitFor();
      const [root, branch, leaf, otherRoot, otherBranch] = small.ids;
      expect(await idsOn(page)).toEqual([otherRoot, otherBranch, root, branch, leaf]);
      await page.goto(long.path);
      expect(await pressed()).toEqual(['Tree', 'Newest']);
      await page.goto(small.path);
      await page.getByRole('button', { name: 'Flat' }).click();
      await page.locator('button[value=flat][aria-pressed=true]').waitFor();
      expect(await idsOn(page)).toEqual(small.ids.toReversed());
    });

    test('a branch is folded by its line, with the mouse and with a key, and says how much is in it', async () => {
      const page = await inTree(await open('/'), small.path);
      const line = page.locator('details.replies > summary').first();
      const leaf = commentOf(page, small.ids[2]);
      expect(await leaf.isVisible()).toBe(true);
      await line.click();
      await leaf.waitFor({ state: 'hidden' });
      expect(await line.textContent()).toContain('2 replies');
      await line.press('Enter');
      await leaf.waitFor();
      await line.press('Space');
      await leaf.waitFor({ state: 'hidden' });
    });

    test('is folded to a level, and unfolded', async () => {
      const page = await inTree(await open('/'), small.path);
      const [, branch, leaf] = small.ids.map((id) => commentOf(page, id));
      await page.locator('.order a[data-levels="1"]').click();
      await branch?.waitFor({ state: 'hidden' });
      await page.locator('.order a[data-levels="2"]').click();
      await branch?.waitFor();
      expect(await leaf?.isVisible()).toBe(false);
      await page.getByRole('link', { name: 'Unfold' }).click();
      await leaf?.waitFor();
    });

    test('a link to a comment unfolds what is around it, marks it and brings it into sight', async () => {
      const page = await inTree(await open('/'), small.path);
      const [, , leaf = 0] = small.ids;
      await page.goto(`${small.path}?levels=1&comment=${leaf}#comment-${leaf}`);
      await commentOf(page, leaf).waitFor();
      expect(await commentOf(page, leaf).getAttribute('class')).toContain('marked');
      const other = await commentOf(page, leaf)
        .getByRole('link', { name: `Link to comment ${leaf}` })
        .getAttribute('href');
      expect(other).toBe(`${small.path}?comment=${leaf}#comment-${leaf}`);
    });

    test.each([['flat'], ['tree']])('a link to a comment of the second page leads there, %s', async (view) => {
      const page = await open('/');
      await page.context().addCookies([{ name: 'preferences', value: `view=${view}`, url: site.url }]);
      const id = long.ids[300];
      await page.goto(`${long.path}?comment=${id}#comment-${id}`);
      const marked = page.locator('.comment.marked');
      expect(await marked.getAttribute('id')).toBe(`comment-${id}`);
      await marked.locator('.body').waitFor();
      await inSight(page, `#comment-${id}`);
    });

    test('flat, an answer begins with the first words of what it answers, which lead there', async () => {
      const page = await open(small.path);
      const [root, , leaf] = small.ids.map((id) => commentOf(page, id));
      expect(await root?.locator('.answers').count()).toBe(0);
      expect((await leaf?.locator('.answers').textContent())?.trim()).toBe('↳ Ada: Branch');
      await leaf?.locator('.answers').click();
      await inSight(page, `#comment-${small.ids[1]}`);
      const distant = await site.visit(`${long.path}?after=${long.ids[199]}`, { javaScriptEnabled });
      const first = commentOf(distant, long.ids[200]).locator('.answers');
      expect((await first.textContent())?.trim()).toBe('↳ Ada: No. 198');
      await first.click();
      await distant.locator(`#comment-${long.ids[198]}`).waitFor();
      await inSight(distant, `#comment-${long.ids[198]}`);
    });

    test('a long one goes on over links, and back', async () => {
      const page = await open(long.path);
      const read = await idsOn(page);
      for (const count of [200, longThread - 400]) {
        await page.getByRole('link', { name: 'More comments' }).click();
        await page.locator(`#comment-${long.ids[read.length]}`).waitFor();
        expect(await page.locator('.comment').count()).toBe(count);
        read.push(...(await idsOn(page)));
      }
      expect(read).toEqual(long.ids);
      await page.getByRole('link', { name: 'Earlier comments' }).click();
      await page.locator(`#comment-${long.ids[399]}`).waitFor();
      expect(await idsOn(page)).toEqual(long.ids.slice(200, 400));
    });
  });

  test.each(['flat', 'tree'].flatMap((view) => ['oldest', 'newest'].map((order) => [view, order] as const)))(
    'over its pages a long one has every comment once: %s, %s first',
    async (view, order) => {
      const read: number[] = [];
      let path: string | undefined = long.path;
      for (let pages = 0; path !== undefined && pages < 5; pages += 1) {
        const answer = await fetch(`${site.url}${path}`, {
          headers: { cookie: `preferences=view=${view}%26order=${order}` },
        });
        const html = await answer.text();
        read.push(...[...html.matchAll(/id="comment-(\d+)"/g)].map(([, id]) => Number(id)));
        path = /href="([^"#]+)[^"]*" rel="next"/.exec(html)?.[1]?.replaceAll('&amp;', '&');
      }
      expect(read).toHaveLength(longThread);
      expect(read.toSorted((one, other) => one - other)).toEqual(long.ids);
      if (view === 'flat') expect(read).toEqual(order === 'oldest' ? long.ids : long.ids.toReversed());
    },
  );

  describe('what is new since the last visit', () => {
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
      const thread = await giveThread([{ body: 'Seen' }]);
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
      const thread = await giveThread([{ body: 'Seen' }]);
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
      const thread = await giveThread([{ body: 'Seen' }]);
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
      const thread = await giveThread([{ body: 'Seen' }]);
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
});

async function inTree(page: Page, path: string): Promise<Page> {
  await page.context().addCookies([{ name: 'preferences', value: 'view=tree', url: page.url() }]);
  await page.goto(path);
  return page;
}

/** Waits until the top of an element is within the window. */
const inSight = (page: Page, selector: string) =>
  eventually(
    async () => {
      const top = (await page.locator(selector).boundingBox())?.y ?? NaN;
      return top > -2 && top < (page.viewportSize()?.height ?? 0) - 40;
    },
    { what: `${selector} in sight` },
  );
