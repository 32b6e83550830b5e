import { expect, test } from '@jest/globals';
import { formerPathOf, longestFormerPath } from './former-path.js';

test.each([
  ['https://a.example/2019/04/ferries/', '/2019/04/ferries'],
  ['http://b.example:8080/2019/04/ferries?utm_source=x#more', '/2019/04/ferries'],
  ['/2019/04/ferries//', '/2019/04/ferries'],
  ['https://a.example/?p=7', '/?p=7'],
  ['https://a.example/notes?p=7&preview=true', '/notes/?p=7'],
  ['https://a.example/notes/?p=7', '/notes/?p=7'],
  ['https://a.example/%e6%97%a5/', '/日'],
  ['https://a.example/日', '/日'],
  ['https://a.example/%ff', '/%ff'],
  ['https://a.example/a/../b', '/b'],
])('%s is looked up as %s', (address, path) => {
  expect(formerPathOf(address)).toBe(path);
});

test.each([
  ['the root', 'https://a.example/'],
  ['a query that is no post’s', 'https://a.example/?page_id=7'],
  ['no number', 'https://a.example/?p=7x'],
  ['nothing', ''],
  ['another scheme', 'javascript:alert(1)'],
  ['an address that is none', 'http://['],
  ['NUL', 'https://a.example/%00'],
  ['a line end', 'https://a.example/a%0d%0aLocation:x'],
  ['more than an index takes', `https://a.example/${'%e6%97%a5'.repeat(Math.ceil(longestFormerPath / 3))}`],
])('%s leads to no article', (_, address) => {
  expect(formerPathOf(address)).toBeUndefined();
});

test('a second slash at the beginning names no host', () => {
  expect(formerPathOf('//b.example/x')).toBe('/b.example/x');
});
