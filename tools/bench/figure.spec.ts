import { describe, expect, it } from '@jest/globals';
import { compare } from './figure.js';

const show = (value: number) => `${value}/s`;

describe('a comparison', () => {
  it('shows medians, and the median of the ratios within each round', () => {
    const figure = compare({ name: 'it', ours: [10, 40, 30], reference: [20, 50, 30], show, target: { atLeast: 0.8 } });
    expect(figure).toEqual({
      name: 'it',
      ours: '30/s',
      reference: '30/s',
      ratio: '0.80',
      target: '≥ 0.80',
      passed: true,
    });
  });

  it('misses a target from either side', () => {
    const sides = { name: 'it', ours: [3], reference: [1], show };
    expect(compare({ ...sides, target: { atLeast: 3.1 } }).passed).toBe(false);
    expect(compare({ ...sides, target: { atMost: 2.9 } }).passed).toBe(false);
    expect(compare({ ...sides, target: { atMost: 3 } }).passed).toBe(true);
  });

  it('misses it when nothing was measured', () => {
    expect(compare({ name: 'it', ours: [], reference: [], show, target: { atLeast: 0 } }).passed).toBe(false);
  });
});
