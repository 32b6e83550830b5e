import { expect, test } from '@jest/globals';
import { entityTag, matches } from './entity-tag.js';

const tag = entityTag('code.build.1-2');

test.each([
  ['W/"code.build.1-2"', true],
  ['"code.build.1-2"', true],
  ['"other" ,  W/"code.build.1-2"', true],
  ['*', true],
  ['W/"code.build.1-3"', false],
  ['code.build.1-2', false],
  ['', false],
  [undefined, false],
])('If-None-Match: %s matches the version: %s', (header, matched) => {
  expect(matches(header, tag)).toBe(matched);
});
