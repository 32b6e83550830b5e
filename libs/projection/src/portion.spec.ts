import { expect, test } from '@jest/globals';
import { partsOf, portionOf } from './portion.js';
import { maxBytesOfPortion } from './portions-of.js';

const message = (offset: number) => ({
  ...{ offset: String(offset), key: null },
  raw: { key: null, value: Buffer.alloc(maxBytesOfPortion), headers: {} },
});
const batch = { topic: 'a', partition: 0, fetchedFrom: 3n, begin: 1n };

test('the parts of a portion follow each other, from where it was fetched to where the partition continues', () => {
  const messages = [message(5), message(6), message(9)];
  const parts = partsOf(portionOf({ ...batch, messages, nextOffset: 12n }));
  expect(parts.map((part) => part.messages.map(({ offset }) => Number(offset)))).toEqual([[5], [6], [9]]);
  expect(parts.map(({ from, next }) => [from, next])).toEqual([
    [3n, 6n],
    [6n, 7n],
    [7n, 12n],
  ]);
  expect(parts.map(({ begin }) => begin)).toEqual([1n, undefined, undefined]);
});

test('a batch without messages is one part, which continues after the hole', () => {
  const parts = partsOf(portionOf({ ...batch, messages: [], nextOffset: 12n }));
  expect(parts.map(({ from, next, messages }) => [from, next, messages])).toEqual([[3n, 12n, []]]);
});
