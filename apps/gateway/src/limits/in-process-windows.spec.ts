import { describe, expect, test } from '@jest/globals';
import { InProcessWindows, maxWindows } from './in-process-windows.js';
import { countsRightly } from './windows.suite.js';

describe('windows counted in the process', () => {
  countsRightly((spanSeconds) => new InProcessWindows(spanSeconds * 1_000));

  test('the number of windows kept is bounded', () => {
    const windows = new InProcessWindows(1_000, () => 1);
    const taken = (key: string) => windows.take({ key, limit: 1 }).granted;
    expect([taken('a'), taken('a')]).toEqual([true, false]);
    for (let other = 0; other < maxWindows; other += 1) taken(String(other));
    expect(taken('a')).toBe(true);
  });
});
