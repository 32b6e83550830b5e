import { describe, expect, it } from '@jest/globals';
import { median, percentile } from './statistics.js';

describe('median', () => {
  it('is the middle of an odd number of values', () => expect(median([9, 1, 5])).toBe(5));
  it('lies between the two in the middle of an even number', () => expect(median([4, 1, 2, 9])).toBe(3));
});

describe('percentile', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);

  it('is a value that was measured', () => {
    expect(percentile(hundred, 50)).toBe(50);
    expect(percentile(hundred, 99)).toBe(99);
    expect(percentile(hundred, 100)).toBe(100);
  });

  it('of one value is that value', () => expect(percentile([7], 99)).toBe(7));
});
