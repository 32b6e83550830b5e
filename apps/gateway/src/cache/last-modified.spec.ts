import type { IncomingHttpHeaders } from 'node:http';
import { expect, test } from '@jest/globals';
import { isAtClient } from './is-at-client.js';
import { lastModified } from './last-modified.js';

const second = 1_600_000_000;
const version = `0195fa2c-1b2d.${second - 9}000000-${second}500000`;

test('an answer is dated by the end of the second of its last change, once that is over', () => {
  expect(lastModified(version, (second + 1) * 1_000)).toEqual(new Date((second + 1) * 1_000));
  expect(lastModified(version, second * 1_000 + 900)).toBeUndefined();
  expect(lastModified('0195fa2c-1b2d.0-0')).toBeUndefined();
});

const changed = new Date((second + 1) * 1_000);
const before = new Date(second * 1_000).toUTCString();

test.each<[IncomingHttpHeaders, boolean]>([
  [{}, false],
  [{ 'if-modified-since': changed.toUTCString() }, true],
  [{ 'if-modified-since': before }, false],
  [{ 'if-modified-since': 'yesterday' }, false],
  [{ 'if-none-match': 'W/"one"', 'if-modified-since': before }, true],
  [{ 'if-none-match': '"two"', 'if-modified-since': changed.toUTCString() }, false],
])('whether a client that sends %j has the answer', (headers, isThere) =>
  expect(isAtClient(headers, 'W/"one"', changed)).toBe(isThere),
);

test('a date does not count where an answer has none', () => {
  expect(isAtClient({ 'if-modified-since': before }, 'W/"one"')).toBe(false);
});
