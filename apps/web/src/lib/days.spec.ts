import { expect, test } from '@jest/globals';
import type { ArticleInList } from './answers.js';
import { datesFor } from './dates.js';
import { byDay } from './days.js';

const articles = ['2026-11-26T23:30:00Z', '2026-11-26T12:00:00Z', '2026-11-25T22:59:00Z', '2026-11-20T08:00:00Z'].map(
  (createdAt) => ({ createdAt }) as ArticleInList,
);
const now = Date.parse('2026-11-27T01:00:00Z');
const shape = (timeZone: string) =>
  byDay(articles, datesFor({ language: 'en', timeZone }), now).map(({ key, near, articles: ofDay }) => [
    ...[key, near],
    ofDay.length,
  ]);

test('articles stand under the days of the site’s time zone', () => {
  expect(shape('UTC')).toEqual([
    ['2026-11-26', 'yesterday', 2],
    ['2026-11-25', undefined, 1],
    ['2026-11-20', undefined, 1],
  ]);
  expect(shape('Europe/Berlin')).toEqual([
    ['2026-11-27', 'today', 1],
    ['2026-11-26', 'yesterday', 1],
    ['2026-11-25', undefined, 1],
    ['2026-11-20', undefined, 1],
  ]);
});
