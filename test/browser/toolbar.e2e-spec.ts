import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { eventually } from '#testing/eventually.js';
import { describeInChromium } from './chromium.js';
import { fillIn, formOf, postComment } from './comment-form.js';
import { onSite } from './on-site.js';
import { openArticles } from './open-articles.js';
import { cases, names } from './toolbar-cases.js';

type Press = (page: Page, name: string) => Promise<void>;

const byMouse: Press = (page, name) => page.getByRole('button', { name, exact: true }).click();

/** From the text by Shift+Tab, which leads to the button that was used last, and on by arrows. */
const byKeys: Press = async (page, name) => {
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Home');
  for (let at = 0; at < names.indexOf(name); at += 1) await page.keyboard.press('ArrowRight');
  expect(await page.locator(':focus').textContent()).toBe(name);
  await page.keyboard.press('Enter');
};

const select = (body: Locator, from: number, to: number) =>
  body.evaluate(
    (area: { focus(): void; setSelectionRange(from: number, to: number): void }, [start, end]: [number, number]) => {
      area.focus();
      area.setSelectionRange(start, end);
    },
    [from, to] as [number, number],
  );

describeInChromium('the toolbar of a comment', () => {
  const site = onSite();
  let articles: Record<'buttons' | 'shown' | 'unscripted', string>;
  beforeAll(async () => {
    articles = await openArticles(site.url, ['buttons', 'shown', 'unscripted']);
  }, 30_000);

  test('has the seed’s twelve buttons, in its order, in one stop of the Tab key', async () => {
    const page = await site.visit(articles.buttons);
    const bar = page.getByRole('toolbar', { name: 'Markup' });
    expect((await bar.getByRole('button').allTextContents()).map((text) => text.trim())).toEqual(names);
    await formOf(page).body.focus();
    await page.keyboard.press('Shift+Tab');
    expect(await page.locator(':focus').textContent()).toBe('Bold');
    for (const [key, name] of [
      ['End', 'Photo'],
      ['ArrowRight', 'Bold'],
      ['ArrowLeft', 'Photo'],
      ['Home', 'Bold'],
    ] as const) {
      await page.keyboard.press(key);
      expect(await page.locator(':focus').textContent()).toBe(name);
    }
    await page.keyboard.press('Tab');
    expect(await formOf(page).body.evaluate((area: { matches(of: string): boolean }) => area.matches(':focus'))).toBe(
      true,
    );
  });

  describe.each([
    ['by mouse', byMouse],
    ['by keys', byKeys],
  ] as const)('%s', (_, press) => {
    test.each(Object.entries(cases))('%s, on a selection and without, and taken back', async (name, given) => {
      const page = await site.visit(articles.buttons);
      const { body } = formOf(page);
      const [text, selected, becomes, atEnd] = given;
      const isAsking = ['Link', 'Foto', 'Photo'].includes(name);
      for (const [part, result] of [
        [selected, becomes],
        ['', atEnd],
      ] as const) {
        await body.fill(text);
        const from = part === '' ? text.length : text.indexOf(part);
        await select(body, from, from + part.length);
        await press(page, name);
        if (isAsking) {
          await page.keyboard.type('https://a.example/x.png');
          if (part === '') {
            await page.keyboard.press('Tab');
            await page.keyboard.type('A quay');
          }
          if (press === byMouse) await page.getByRole('button', { name: 'Insert' }).click();
          else await page.keyboard.press('Enter');
        }
        expect(await body.inputValue()).toBe(result);
        await page.keyboard.press('Control+z');
        expect(await body.inputValue()).toBe(text);
        await page.keyboard.press('Control+Shift+Z');
        expect(await body.inputValue()).toBe(result);
      }
    });
  });

  test.each([
    ['b', '**so**'],
    ['i', '*so*'],
    ['u', '<u>so</u>'],
  ])('Control+%s does what its button does, and again takes it away', async (key, result) => {
    const page = await site.visit(articles.buttons);
    const { body } = formOf(page);
    await body.fill('so');
    await body.press('Control+a');
    await body.press(`Control+${key}`);
    expect(await body.inputValue()).toBe(result);
    await body.press(`Control+${key}`);
    expect(await body.inputValue()).toBe('so');
  });

  test('asks for an address until it is one, by keys alone; Escape leaves', async () => {
    const page = await site.visit(articles.buttons);
    const { body } = formOf(page);
    await body.fill('so');
    await body.press('Control+a');
    await body.press('Control+k');
    const said = page.locator('[data-said-of-address]');
    await page.keyboard.type('javascript:alert(1)');
    await page.keyboard.press('Enter');
    expect(await said.textContent()).toContain('begins with https://');
    await page.keyboard.press('Escape');
    expect(await page.getByRole('group', { name: 'Link or picture' }).count()).toBe(0);
    await page.keyboard.type('on');
    expect(await body.inputValue()).toBe('on');
    await byKeys(page, 'Foto');
    await page.keyboard.type('http://a.example/x.png');
    await page.keyboard.press('Enter');
    expect(await said.textContent()).toContain('picture begins with https://');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('https://a.example/x.png');
    await page.keyboard.press('Enter');
    expect(await said.textContent()).toContain('Say what the picture shows');
    await page.keyboard.type('A quay');
    await page.keyboard.press('Enter');
    expect(await body.inputValue()).toBe('on![A quay](https://a.example/x.png "foto")');
    expect(await page.locator('.comment').count()).toBe(0);
  });

  test('what it writes is previewed, then posted, and a picture is fetched once it is clicked', async () => {
    const page = await site.visit(articles.shown);
    const fetched: (string | undefined)[] = [];
    await page.route('https://pictures.example/**', (route) => {
      fetched.push(route.request().headers()['referer']);
      return route.fulfill({
        contentType: 'image/svg+xml',
        body: '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="200"/>',
      });
    });
    const body =
      '**a** *b* <u>c</u> ~~d~~ <small>e</small> <big>f</big> [g](https://a.example/)\n\n- h\n\n> i\n\n' +
      '![A quay](https://pictures.example/quay.svg "foto")\n\n![A pier](https://pictures.example/pier.svg)';
    await fillIn(page, { name: 'Paula', body });
    const preview = page.locator('[data-rendered]');
    await preview.locator('u', { hasText: 'c' }).waitFor();
    const previewed = await preview.innerHTML();
    await postComment(page, {});
    const comment = page.locator('.comment.marked .body');
    // Svelte marks where it put it.
    expect((await comment.innerHTML()).replaceAll('<!---->', '').trim()).toBe(previewed.trim());
    for (const tag of ['strong', 'em', 'u', 's', 'small', 'big', 'li', 'blockquote']) {
      expect([tag, await comment.locator(tag).count()]).toEqual([tag, 1]);
    }
    expect([await comment.locator('img').count(), fetched]).toEqual([0, []]);
    await comment.getByRole('link', { name: 'A quay' }).click();
    const picture = comment.getByRole('img', { name: 'A quay' });
    const isThere = () => picture.evaluate((image: { naturalWidth: number }) => image.naturalWidth === 400);
    await eventually(isThere, { what: 'the picture' });
    expect(fetched).toEqual([undefined]);
    await comment.getByRole('link', { name: 'A pier' }).focus();
    await page.keyboard.press('Enter');
    await comment.getByRole('img', { name: 'A pier' }).waitFor();
    expect(await page.locator('.comment').count()).toBe(1);
  });

  test('without JavaScript one types it, and its preview is a page', async () => {
    const page = await site.visit(articles.unscripted, { javaScriptEnabled: false });
    expect(await page.getByRole('toolbar').count()).toBe(0);
    await fillIn(page, { name: 'Nora', body: '<u>a</u> ![A quay](https://pictures.example/quay.png)' });
    await page.getByRole('button', { name: 'Preview' }).click();
    const preview = page.getByRole('region', { name: 'Preview' });
    await preview.locator('u').waitFor();
    expect(await preview.getByRole('link', { name: 'A quay' }).getAttribute('rel')).toContain('noreferrer');
    expect(await formOf(page).body.inputValue()).toBe('<u>a</u> ![A quay](https://pictures.example/quay.png)');
    await postComment(page, {});
    expect(await page.locator('.comment.marked .body u').textContent()).toBe('a');
  });
});
