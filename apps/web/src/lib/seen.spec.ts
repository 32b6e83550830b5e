import { expect, test } from '@jest/globals';
import { parseSeen, remember, seenOf, seenText } from './seen.js';

const id = (n: number) => `01a21a6f-8159-7e3f-8943-${n.toString(16).padStart(12, '0')}`;
const at = '2026-11-26T10:00:00.123Z';

test('what a browser has seen is read back as it was written', () => {
  const seen = parseSeen();
  remember(seen, id(1), at, 18);
  expect(seenOf(parseSeen(seenText(seen)), id(1))).toEqual({ upTo: at, count: 18 });
  expect(seenOf(parseSeen(seenText(seen)), id(2))).toBeUndefined();
});

test('an earlier page seen later takes nothing back', () => {
  const seen = parseSeen();
  remember(seen, id(1), at, 18);
  remember(seen, id(1), '2026-11-25T10:00:00.000Z', 18);
  expect(seenOf(seen, id(1))?.upTo).toBe(at);
});

test('the article seen longest ago is forgotten first, and the text stays within a cookie', () => {
  const seen = parseSeen();
  for (let n = 0; n < 500; n += 1) remember(seen, id(n), at, 100_000);
  remember(seen, id(400), at, 100_000);
  const text = seenText(seen);
  expect(text.length).toBeLessThan(3_800);
  expect(seenOf(parseSeen(text), id(400))).toBeDefined();
  expect(seenOf(parseSeen(text), id(1))).toBeUndefined();
});

test.each(['', 'nonsense', 'a~b~c', 'aaaaaaaa.k.1;x', '<script>'])('%s holds nothing', (text) => {
  expect(parseSeen(text).size).toBe(0);
});
