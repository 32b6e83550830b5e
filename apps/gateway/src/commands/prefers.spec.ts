import { expect, test } from '@jest/globals';
import { prefers } from './prefers.js';

test.each([
  'respond-async',
  'Respond-ASYNC',
  'wait=10, respond-async',
  'respond-async; x=1, wait=10',
  ' respond-async ,handling=lenient',
  'respond-async=""',
  'respond-async=',
  'foo="a, b"; bar="\\"", respond-async',
  ', ,respond-async',
  'respond-async, respond-async=no',
])('%s contains the preference', (header) => expect(prefers(header, 'respond-async')).toBe(true));

test.each([
  undefined,
  '',
  'do-not-respond-async',
  'respond-asynchronously',
  'x="respond-async"',
  'x="a, respond-async, b"',
  'x="\\", respond-async, "',
  'wait=10; respond-async',
  'respond-async=no',
  'respond-async=no, respond-async',
  'respond async',
])('%s does not contain it', (header) => expect(prefers(header, 'respond-async')).toBe(false));

test('a header of maximal length is parsed at once', () => {
  const began = performance.now();
  for (const part of ['"', '"\\', 'a', ', ', ';', '= ', ' ', '"a', 'a="'])
    prefers(part.repeat(16_384 / part.length), 'x');
  expect(performance.now() - began).toBeLessThan(1_000);
});
