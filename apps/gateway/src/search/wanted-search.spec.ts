import { expect, test } from '@jest/globals';
import { PageOfArticles } from '../articles/page-of-articles.js';
import { WantedSearch } from './wanted-search.js';

const fits = (query: Record<string, string>) => WantedSearch.safeParse({ q: 'a', ...query }).success;

test('days are meant with all of them, moments as they are', () => {
  expect(WantedSearch.parse({ q: 'a', from: '2026-01-02', to: '2026-01-02' })).toMatchObject({
    ...{ from: '2026-01-02T00:00:00.000Z', to: '2026-01-03T00:00:00.000Z' },
  });
  expect(WantedSearch.parse({ q: 'a', to: '2026-01-02T03:04:05+01:00' }).to).toBe('2026-01-02T02:04:05.000Z');
});

test.each([
  '0000-01-01',
  '0001-01-01T00:00:00+14:00',
  '9999-12-31',
  '2026-02-30',
  `2026-01-01T00:00:00.${'0'.repeat(150)}Z`,
])('a time that Postgres does not take, or nobody means, is refused: %s', (time) => {
  expect([fits({ to: time }), fits({ from: time }) && time !== '9999-12-31']).toEqual([false, false]);
  const ofList = time.includes('T') ? time : `${time}T00:00:00Z`;
  if (!ofList.startsWith('9999')) expect(PageOfArticles.safeParse({ from: ofList }).success).toBe(false);
});
