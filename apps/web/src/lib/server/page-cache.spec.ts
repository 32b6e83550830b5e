import { gunzipSync, brotliDecompressSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { codingFor, StoredPage, storedPage } from './page-cache.js';

describe('the coding of a page', () => {
  test.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['GZIP;q=0.5, br;q=0', 'gzip'],
    ['*', 'br'],
    ['br;q=0, *;q=0.1', 'gzip'],
    ['identity', 'identity'],
    ['', 'identity'],
    [null, 'identity'],
  ])('that %j allows is %s', (accepted, coding) => {
    expect(codingFor(accepted)).toBe(coding);
  });

  test('gives the same page', async () => {
    const page = new StoredPage(200, {}, Buffer.from('<p>Ahoi ⚓</p>'));
    expect(gunzipSync(await page.in('gzip')).toString()).toBe('<p>Ahoi ⚓</p>');
    expect(brotliDecompressSync(await page.in('br')).toString()).toBe('<p>Ahoi ⚓</p>');
    expect(await page.in('br')).toBe(await page.in('br'));
  });
});

describe('pages for strangers', () => {
  test('are made once for all who ask at once; a failure is not kept', async () => {
    let made = 0;
    const make = (status: number) => () =>
      Promise.resolve(new StoredPage(status, {}, Buffer.from(String((made += 1)))));
    const all = await Promise.all(Array.from({ length: 50 }, () => storedPage('one', make(200))));
    expect(made).toBe(1);
    expect(new Set(all).size).toBe(1);
    expect((await storedPage('broken', make(503))).status).toBe(503);
    expect((await storedPage('broken', make(200))).status).toBe(200);
  });
});
