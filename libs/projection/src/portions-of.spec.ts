import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { maxBytesOfPortion, maxMessagesOfPortion, portionsOf } from './portions-of.js';

const ofBytes = (size: number | null) => ({ raw: { value: size === null ? null : Buffer.alloc(size) } });
const sizesOf = (messages: { raw: { value: Buffer | null } }[]) => messages.map(({ raw }) => raw.value?.length ?? 0);
const sum = (sizes: number[]) => sizes.reduce((all, size) => all + size, 0);

test('a batch of large bodies is stored in several transactions, an ordinary one in one', () => {
  const large = Array.from({ length: 500 }, () => ofBytes(14_000));
  expect(portionsOf(large).map(({ length }) => length)).toEqual([...Array.from({ length: 13 }, () => 37), 19]);
  expect(portionsOf(Array.from({ length: 500 }, () => ofBytes(900)))).toHaveLength(1);
  expect(portionsOf(Array.from({ length: 2_500 }, () => ofBytes(null))).map(({ length }) => length)).toEqual([
    ...[maxMessagesOfPortion, maxMessagesOfPortion, 500],
  ]);
});

test('every message is in one portion, in order, and no portion exceeds its limits', () => {
  const size = fc.oneof(fc.nat(2_000), fc.nat(maxBytesOfPortion * 2));
  fc.assert(
    fc.property(fc.array(size, { maxLength: 40 }), (sizes) => {
      const portions = portionsOf(sizes.map(ofBytes)).map(sizesOf);
      expect(portions.flat()).toEqual(sizes);
      for (const portion of portions) {
        expect(portion.length === 1 || sum(portion) <= maxBytesOfPortion).toBe(true);
        expect(portion.length > 0 || sizes.length === 0).toBe(true);
      }
    }),
    { numRuns: 50 },
  );
});
