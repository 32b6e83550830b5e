import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { eventually } from '#testing/eventually.js';
import { get, post } from '../e2e/api-client.js';
import { alive, aMember, enter, type Member, untilSaid } from './member.js';
import type { OnSite } from './on-site.js';

const mark = () => randomUUID().slice(0, 8);

/** A page with every part that one of a newspaper has, from the editor's form to its readers and their lists. */
export function deskSeedPage(site: OnSite, staff: () => { editor: Member }): void {
  const made = async (path: string, body: object) => {
    const { status, text, body: answer } = await post(path, body, { token: staff().editor.token });
    if (status !== 201) throw new Error(`${path} is not there: ${status} ${text}`);
    return answer as unknown as { section: { slug: string; name: string } };
  };
  const define = (kind: string, term: string, text: string) =>
    made('/api/thesaurus/entries', { entry: { kind, term, text } });
  const reads = (path: string) => site.visit(path, { javaScriptEnabled: false });

  test('a page of the paper is entered, and comes back whole', async () => {
    const { editor } = staff();
    const [lighthouse, council, host] = [`lighthouse ${mark()}`, `council ${mark()}`, `gazette-${mark()}.example`];
    const { section } = await made('/api/sections', {
      section: { name: `Port & Tides ${mark()}`, description: 'By the sea.' },
    });
    await define('gloss', lighthouse, 'it has been out since spring');
    await define('substitution', council, 'Nine Sleepers');
    const title = `Nobody lights the lamp ${mark()}`;
    const excerpt =
      `The **${lighthouse}** stayed dark, the ${council} said.\n\n` +
      `"No *${lighthouse}* has ever lit itself," a keeper said — see https://tides.example/${council.split(' ')[1]}.\n\n` +
      `> ${council}: 4 < 5 & "done"`;
    const entered = new Date();

    const desk = await enter(site, editor, '/desk/publish');
    const offered = desk.locator('#sectionId option', { hasText: section.name });
    // The site asks anew every few seconds which there are.
    const isOffered = async () => (await desk.goto('/desk/publish'), (await offered.count()) > 0);
    await eventually(isOffered, { what: 'the section in the editor’s form' });
    await alive(desk);
    await desk.getByLabel('Title').fill(title);
    await desk.getByLabel('In short').fill('Ships go by ear.');
    await desk.getByLabel('Excerpt').fill(excerpt);
    await desk.getByLabel('Remark (optional)').fill('We *would* light it.');
    await desk.getByLabel('Section', { exact: true }).selectOption({ label: section.name });
    await desk.getByLabel('Tags (optional)').fill('lamps, night');
    await desk.getByLabel('Its name').fill('The Tidal Gazette');
    await desk.getByLabel('Its address').fill(`https://www.${host}/lamp`);
    await desk.getByLabel('Its author').fill('Wilma Wick');
    await desk.getByLabel('Its date').fill('2026-11-02');
    await desk.getByRole('button', { name: 'Publish', exact: true }).click();
    await untilSaid(desk, `Published: “${title}”.`);

    const slug = title.toLowerCase().replaceAll(' ', '-');
    const path = `/articles/${slug}`;
    const article = (await get(`/api${path}`)).body.article as unknown as Record<string, unknown>;
    expect(article).toMatchObject({ title, body: excerpt, format: 'markdown', tagList: ['lamps', 'night'] });
    const page = await reads(path);
    const link = (name: string) => page.locator('.article').getByRole('link', { name, exact: true });
    expect(await page.locator('.eyebrow').textContent()).toBe(section.name);
    expect(await page.locator('h1').textContent()).toBe(title);
    const posted = page.locator('.article > .meta').first();
    expect(await posted.textContent()).toMatch(
      new RegExp(
        `Posted by ${editor.username} · \\d+ \\w+ \\d{4}.* \\d\\d:\\d\\d.*from The Tidal Gazette, Wilma Wick, 2 November 2026`,
        's',
      ),
    );
    const time = await posted.locator('time').first().getAttribute('datetime');
    expect(Math.abs(Date.parse(time ?? '') - entered.getTime())).toBeLessThan(60_000);
    expect(await link('The Tidal Gazette').getAttribute('href')).toBe(`https://www.${host}/lamp`);
    expect(await page.locator('.excerpt .gloss').allTextContents()).toEqual([' …it has been out since spring…']);
    expect(await page.locator('.excerpt p').first().textContent()).toBe(
      `The ${lighthouse} …it has been out since spring… stayed dark, the Nine Sleepers said.`,
    );
    expect(await page.locator('.excerpt blockquote').textContent()).toContain('Nine Sleepers: 4 < 5 & "done"');
    expect(await page.locator('.excerpt a').getAttribute('rel')).toBe('nofollow ugc noopener');
    expect(await page.locator('.remark em').textContent()).toBe('would');
    await page.locator('a[data-view]').click();
    expect(await page.locator('.excerpt .gloss, .excerpt .house').count()).toBe(0);
    expect((await page.locator('.excerpt').innerHTML()).replace(/<!--.*?-->/g, '').trim()).toBe(
      String(article['bodyHtml']).trim().replaceAll('&quot;', '"'),
    );

    const stories = (of: Page) => of.locator(`.story .headline a[href="${path}"]`);
    const day = `/days/${(time ?? '').slice(0, 10)}`;
    for (const list of ['/', day]) {
      const listed = page.locator('.filed', { has: page.getByRole('heading', { name: section.name, level: 3 }) });
      const isFiled = async () => (
        await page.goto(list),
        (await listed.count()) > 0 || (await page.locator('.lead').count()) > 0
      );
      await eventually(isFiled, { what: `the section on ${list}` });
      expect([list, await stories(page).count()]).toEqual([list, 1]);
    }
    expect(
      await page
        .locator('.filed', { has: stories(page) })
        .locator('h3')
        .textContent(),
    ).toBe(section.name);
    for (const list of [
      `/sources/${host}`,
      `/sections/${section.slug}`,
      '/tags/lamps',
      `/people/${editor.id}/articles`,
    ]) {
      expect([list, (await page.goto(list))?.status(), await stories(page).count()]).toEqual([list, 200, 1]);
    }
  }, 60_000);

  test('a reader makes an article a favourite, and reads whom they follow', async () => {
    const { editor } = staff();
    const title = `Of favourites ${mark()}`;
    await made('/api/articles', { article: { title, description: 'Shortly.', body: 'It was.' } });
    const path = `/articles/${title.toLowerCase().replaceAll(' ', '-')}`;
    const reader = await aMember('Fay Favour');
    const page = await enter(site, reader, path, { javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
    const story = page.locator(`.story .headline a[href="${path}"]`);
    await page.getByRole('button', { name: 'To my favourites' }).click();
    expect(new URL(page.url()).pathname).toBe(path);
    expect(await page.getByRole('status').textContent()).toContain('It is among your favourites.');
    await page.getByRole('link', { name: 'Your account' }).click();
    await page.getByRole('link', { name: 'Favourites' }).click();
    expect(await story.count()).toBe(1);
    await page.getByRole('link', { name: 'My feed' }).click();
    expect(await story.count()).toBe(0);
    await page.goto(`/people/${editor.id}`);
    expect(await story.count()).toBe(1);
    await page.getByRole('button', { name: 'Follow' }).click();
    await page.goto('/feed');
    expect(await story.count()).toBe(1);
    await story.click();
    await page.getByRole('button', { name: 'None of my favourites any more (1)' }).click();
    await page.goto('/favorites');
    expect(await story.count()).toBe(0);
    expect((await reads('/feed')).url()).toContain('/sign-in?back=%2Ffeed');
  }, 40_000);
}
