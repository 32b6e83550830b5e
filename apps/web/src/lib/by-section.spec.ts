import { expect, test } from '@jest/globals';
import type { ArticleInList } from './answers.js';
import { bySection } from './by-section.js';

const article = (id: string, slug?: string, ...tagList: string[]) =>
  ({ id, tagList, section: slug === undefined ? null : { slug, name: slug.toUpperCase() } }) as ArticleInList;

test('articles stand under the site’s sections in their order, then under tags, then under nothing', () => {
  const given = [
    ...[article('1'), article('2', undefined, 'ships'), article('3', 'sport'), article('4', 'city', 'ships')],
    ...[
      article('5', 'sport'),
      article('6', 'of yesterday'),
      article('7', undefined, 'a&b'),
      article('8', undefined, 'ships'),
    ],
  ];
  const shape = bySection(given, [{ slug: 'city' }, { slug: 'sport' }]).map(({ filed, articles }) => [
    ...[filed?.name, filed?.path],
    articles.map(({ id }) => id).join(),
  ]);
  expect(shape).toEqual([
    ['CITY', '/sections/city', '4'],
    ['SPORT', '/sections/sport', '3,5'],
    ['OF YESTERDAY', '/sections/of%20yesterday', '6'],
    ['ships', '/tags/ships', '2,8'],
    ['a&b', '/tags/a%26b', '7'],
    [undefined, undefined, '1'],
  ]);
});
