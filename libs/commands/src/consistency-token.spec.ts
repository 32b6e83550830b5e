import { expect, test } from '@jest/globals';
import { formatConsistencyToken, parseConsistencyToken } from './consistency-token.js';

const id = '0190a3c2-7a4e-7c1b-9f0a-3d5e6f708192';
const streams = (kind: string, count: number) =>
  Array.from({ length: count }, (_, index) => [`${kind}-${id.slice(0, -3)}${100 + index}`, 999_999_999] as const);

test('a client whose address was sanctioned by all its networks can still write', () => {
  const versions = Object.fromEntries([
    ...streams('address-range', 113),
    ...streams('person', 1),
    ...streams('article', 1),
  ]);
  const header = formatConsistencyToken(versions);
  expect(parseConsistencyToken(header)).toEqual(versions);
  // Node accepts 16 KiB of headers in all.
  expect(header.length).toBeLessThan(10_000);
});

test('what a change of the site wrote can be waited for: its stream has no id', () => {
  expect(parseConsistencyToken(formatConsistencyToken({ site: 3 }))).toEqual({ site: 3 });
  expect(() => parseConsistencyToken('-1:3')).toThrow();
});

test('a token with more streams is refused', () => {
  const header = formatConsistencyToken(Object.fromEntries(streams('person', 121)));
  expect(() => parseConsistencyToken(header)).toThrow(expect.objectContaining({ status: 400 }));
});
