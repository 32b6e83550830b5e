import { expect, test } from '@jest/globals';
import { clockTime, timeOfClock } from './site-time.js';

test.each([
  ['UTC', '2026-01-31T18:30', '2026-01-31T18:30:00.000Z'],
  ['Europe/Vienna', '2026-01-31T18:30', '2026-01-31T17:30:00.000Z'],
  ['Europe/Vienna', '2026-07-31T18:30', '2026-07-31T16:30:00.000Z'],
  ['Asia/Kathmandu', '2026-01-31T00:10', '2026-01-30T18:25:00.000Z'],
  ['Pacific/Kiritimati', '2026-01-01T00:00', '2025-12-31T10:00:00.000Z'],
  ['Europe/Vienna', '2026-03-29T03:00', '2026-03-29T01:00:00.000Z'],
  ['Europe/Vienna', '2026-10-25T03:00', '2026-10-25T02:00:00.000Z'],
])('in %s a clock that shows %s shows it at %s', (timeZone, shown, at) => {
  expect(timeOfClock(shown, timeZone)).toBe(at);
  expect(clockTime(at, timeZone)).toBe(shown);
});

test('a time that a clock shows twice is the first, and one that it leaves out as much later', () => {
  expect(timeOfClock('2026-10-25T02:30', 'Europe/Vienna')).toBe('2026-10-25T00:30:00.000Z');
  expect(timeOfClock('2026-03-29T02:30', 'Europe/Vienna')).toBe('2026-03-29T01:30:00.000Z');
});

test.each(['', 'tomorrow', '2026-02-30T10:00', '2026-01-01T25:00', '2026-01-01T10:00Z', '26-01-01T10:00'])(
  '“%s” is no time of a clock',
  (shown) => {
    expect(timeOfClock(shown, 'Europe/Vienna')).toBeUndefined();
  },
);
