import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';

/** The search, over the articles of the suite of reading. */
export function searching(open: (path: string) => Promise<Page>): void {
  test('what is typed in the head of the site is searched for, and marked where it was found', async () => {
    const page = await open('/');
    await page.locator('.mast input[type=search]').fill('grinding mills');
    await page.locator('.mast input[type=search]').press('Enter');
    await page.locator('.found').waitFor();
    expect(await page.locator('.found h3').allTextContents()).toEqual(['Mill reopens']);
    const hostile = '"grinds again" <b onclick=alert(1)>';
    await page.locator('#search-words').fill(hostile);
    const button = page.locator('.search-form button');
    expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await button.click();
    await page.locator('.empty').waitFor();
    expect(await page.locator('#search-words').inputValue()).toBe(hostile);
    for (const [typed, found, marked] of [
      ['grinding mill', ['Mill reopens'], ['grinds']],
      ['"the last word"', ['Of a closed one'], ['last', 'word']],
    ] as const) {
      await page.goto(new URL(`/search?q=${encodeURIComponent(typed)}`, page.url()).href);
      expect(await page.locator('.found h3').allTextContents()).toEqual(found);
      expect(await page.locator('.found mark').allTextContents()).toEqual(marked);
    }
    await page.goto(new URL('/search?q=reopnes', page.url()).href);
    expect(await page.locator('.found a').allTextContents()).toEqual(['Mill reopens']);
    await page.goto(new URL('/search?q=the', page.url()).href);
    expect(await page.locator('.empty').textContent()).toContain('There is no word to look for.');
  });
}
