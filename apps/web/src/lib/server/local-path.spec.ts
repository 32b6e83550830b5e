import { expect, test } from '@jest/globals';
import { localPath } from './local-path.js';

test.each(['/', '/articles/a?order=newest#comment-1', '/articles/%F0%9F%99%82', '/people/1?after=2'])(
  '%s is ours',
  (path) => {
    expect(localPath(path)).toBe(path);
  },
);

test.each([
  '//evil.example',
  '/.//evil.example',
  '/..//evil.example',
  '/a/..//evil.example',
  '/\\evil.example',
  '\\/evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  'https://evil.example/',
  'javascript:alert(1)',
  'evil.example',
  ' //evil.example',
  '',
])('%j leads to the front page', (path) => {
  expect(localPath(path)).toBe('/');
});

test('a missing path leads to the front page', () => {
  expect(localPath(null)).toBe('/');
});
