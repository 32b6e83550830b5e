import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { get, post } from '../e2e/api-client.js';
import { press, typeInto } from './keyboard.js';
import { enter, type Member, untilSaid } from './member.js';
import type { OnSite } from './on-site.js';

const original = (term: string, name: string) =>
  `<p>The <strong>${term}</strong> met the ${name}, again.</p>\n<p>Another ${term}.</p>`;

/** The house thesaurus, from its definition to the reader who wants the source’s words. */
export function deskThesaurus(site: OnSite, staff: () => { editor: Member }): void {
  test('a term is glossed and another renamed, on request they are not, and an article is moved on', async () => {
    const { editor } = staff();
    const [term, name] = ['gloss', 'name'].map((kind) => `${kind} ${randomUUID().slice(0, 8)}`) as [string, string];
    const early = await publishAs(editor, `Early ${name}`, `The ${term}.`);
    const desk = await enter(site, editor, '/desk/thesaurus');
    const define = async (kind: string, of: string, text: string) => {
      await desk.locator('#kind-new').selectOption(kind);
      await typeInto(desk, 'Term', of);
      await typeInto(desk, 'The aside, or the house name', text);
    };
    await define('gloss', term, 'so they say');
    await desk.getByRole('button', { name: 'What would change where' }).click();
    await desk.locator('#impact').waitFor();
    expect(await desk.locator('section[aria-labelledby=impact] a').allTextContents()).toEqual([`Early ${name}`]);
    expect(await desk.locator('#term-new').inputValue()).toBe(term);
    await press(desk, 'Define it');
    await untilSaid(desk, `Defined: “${term}”`);
    await define('substitution', name, 'Harbour Cat');
    await press(desk, 'Define it');
    await untilSaid(desk, `Defined: “${name}”`);

    await previewed(desk, term, name);
    const slug = await publishAs(editor, `The ${name}`, `The **${term}** met the ${name}, again.\n\nAnother ${term}.`);
    const reader = await site.visit(`/articles/${slug}`, { javaScriptEnabled: false });
    const shown = async () => ({
      title: await reader.locator('h1').textContent(),
      asides: await reader.locator('.excerpt .gloss').allTextContents(),
      names: await reader.locator('.excerpt .house').allTextContents(),
    });
    const house = { title: 'The Harbour Cat', asides: [' …so they say…'], names: ['Harbour Cat'] };
    expect(await shown()).toEqual(house);
    expect(await reader.locator('.excerpt .house').getAttribute('title')).toBe(name);
    await reader.locator('a[data-view]').click();
    expect((await reader.locator('.excerpt').innerHTML()).replace(/<!--.*?-->/g, '').trim()).toBe(original(term, name));
    expect(await reader.locator('h1').textContent()).toBe(`The ${name}`);
    expect(await listed(reader, slug)).toBe('The Harbour Cat');

    await retire(desk, name);
    await reader.goto(`/articles/${slug}`);
    expect(await shown()).toEqual(house);
    await desk.goto(`/desk/thesaurus/${slug}`);
    expect(await desk.locator('[data-view=before] .house').textContent()).toBe('Harbour Cat');
    expect(await desk.locator('[data-view=after] .house').count()).toBe(0);
    await press(desk, 'Move on to the present version');
    await press(desk, /^Move on to the present version$/);
    await untilSaid(desk, 'is shown by the present version');
    const { house: now } = (await get(`/api/articles/${slug}`)).body.article as unknown as { house: { title: string } };
    expect(now.title).toBe(`The ${name}`);
    expect((await get(`/api/articles/${early}`)).body.article).toMatchObject({ house: null });
  }, 60_000);
}

/** What is being written is shown as readers will see it, and by a key as it is entered. */
async function previewed(page: Page, term: string, name: string): Promise<void> {
  await page.goto('/desk/publish');
  await typeInto(page, 'Title', `The ${name}`);
  await typeInto(page, 'Excerpt', `The ${term} met the ${name}.`);
  const preview = page.locator('.preview');
  await preview.locator('.excerpt .house', { hasText: 'Harbour Cat' }).waitFor();
  expect(await preview.locator('h3').textContent()).toBe('The Harbour Cat');
  expect(await preview.locator('.gloss').textContent()).toBe(' …so they say…');
  await press(page, 'Show the original');
  expect(await preview.locator('h3').textContent()).toBe(`The ${name}`);
  expect(await preview.locator('.gloss, .house').count()).toBe(0);
  await press(page, 'Show the house view');
  await preview.locator('.excerpt .gloss').waitFor();
}

async function publishAs({ token }: Member, title: string, body: string): Promise<string> {
  const article = { title, description: 'Of terms.', body, format: 'markdown' };
  const { status, text, body: answer } = await post('/api/articles', { article }, { token });
  if (status !== 201) throw new Error(`not published: ${status} ${text}`);
  return answer.article.slug;
}

async function listed(page: Page, slug: string): Promise<string | null> {
  await page.goto('/');
  return page.locator(`.story a[href="/articles/${slug}"]`).textContent();
}

async function retire(desk: Page, term: string): Promise<void> {
  await desk.goto(`/desk/thesaurus?q=${encodeURIComponent(term)}`);
  await desk.locator('summary', { hasText: 'Retire' }).click();
  await desk.getByRole('button', { name: 'Retire it' }).click();
  await untilSaid(desk, `Retired: “${term}”`);
}
