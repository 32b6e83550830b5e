import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describeInChromium, modes } from './chromium.js';
import { giveThread, type GivenThread } from './give-thread.js';
import { inSight } from './in-sight.js';
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
        // Once it is loaded, a page goes to its fragment, away from a link that is being clicked.
        await page.waitForLoadState();
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
});

async function inTree(page: Page, path: string): Promise<Page> {
  await page.context().addCookies([{ name: 'preferences', value: 'view=tree', url: page.url() }]);
  await page.goto(path);
  return page;
}
