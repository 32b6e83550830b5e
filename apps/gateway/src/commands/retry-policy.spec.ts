import { describe, expect, test } from '@jest/globals';
import { Deadline } from '../consistency/deadline.js';
import { pauseBeforeRetry, saysNothing, timeForTry } from './retry-policy.js';

const withLeft = (ms: number) => new Deadline(ms, () => 0);

describe('trying a command', () => {
  test('takes 1.2 s at most, and no longer than the request has left', () => {
    expect(timeForTry(withLeft(2800))).toBe(1200);
    expect(timeForTry(withLeft(700))).toBe(700);
    expect(timeForTry(withLeft(299))).toBeUndefined();
  });

  test('takes as long as a bulk command allows', () => {
    expect(timeForTry(withLeft(30_000), 30_000)).toBe(30_000);
  });

  test('is repeated once, after a short wait if the service could not be reached', () => {
    expect(pauseBeforeRetry(1, 'no connection', withLeft(2700))).toBe(100);
    expect(pauseBeforeRetry(1, 'unavailable', withLeft(2700))).toBe(100);
    expect(pauseBeforeRetry(1, 'timed out', withLeft(1600))).toBe(0);
    expect(pauseBeforeRetry(2, 'unavailable', withLeft(2600))).toBeUndefined();
  });

  test('continues for about a second if no replica can be reached', () => {
    expect(pauseBeforeRetry(10, 'no connection', withLeft(1800))).toBe(100);
    expect(pauseBeforeRetry(11, 'no connection', withLeft(1700))).toBeUndefined();
  });

  test('is not repeated if too little time is left', () => {
    expect(pauseBeforeRetry(1, 'no connection', withLeft(350))).toBeUndefined();
  });

  test('counts a refusal as an answer', () => {
    expect([200, 201, 403, 409, 422].some(saysNothing)).toBe(false);
  });

  test('counts an unexpected error as an answer: it is reported as it is, and not as “away, repeat”', () => {
    expect(saysNothing(500)).toBe(false);
    expect([502, 503, 504].every(saysNothing)).toBe(true);
  });
});

describe('a deadline', () => {
  test('counts down to zero and no further', () => {
    let now = 1000;
    const deadline = new Deadline(500, () => now);
    now = 1200;
    expect(deadline.left()).toBe(300);
    expect(deadline.left(100)).toBe(100);
    now = 2000;
    expect(deadline.left()).toBe(0);
  });
});
