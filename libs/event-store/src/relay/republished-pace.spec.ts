import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import {
  republishedAtOnce,
  republishedEveryMs,
  republishedEveryMsInBacklog,
  RepublishedPace,
} from './republished-pace.js';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

const some = { republished: republishedAtOnce, isAllLive: true, isAllRepublished: false };

test('republished events are sent a few at a time, with live ones between', () => {
  const pace = new RepublishedPace();
  expect(pace.share).toBe(republishedAtOnce);
  pace.fetched(republishedAtOnce, some);
  expect([pace.share, pace.waitMs]).toEqual([0, republishedEveryMs]);
  jest.advanceTimersByTime(republishedEveryMs);
  expect([pace.share, pace.waitMs]).toEqual([republishedAtOnce, 0]);
});

test('they are still sent, more slowly, while live ones never end', () => {
  const pace = new RepublishedPace();
  pace.fetched(republishedAtOnce, { ...some, isAllLive: false });
  jest.advanceTimersByTime(republishedEveryMs);
  expect(pace.share).toBe(0);
  jest.advanceTimersByTime(republishedEveryMsInBacklog);
  expect(pace.share).toBe(republishedAtOnce);
});

test('without any, the relay does not wait for them, and the first ones are sent at once', () => {
  const pace = new RepublishedPace();
  pace.fetched(republishedAtOnce, { republished: 0, isAllLive: true, isAllRepublished: true });
  expect([pace.share, pace.waitMs]).toEqual([republishedAtOnce, undefined]);
});
