import { expect, test } from '@jest/globals';
import { isQuiet, quietSentence, quietTime, TimeOfDay } from './quiet-time.js';

const vienna = { timeZone: 'Europe/Vienna' };
const night = { ...vienna, from: '23:00', until: '07:00' };
const noon = { ...vienna, from: '12:00', until: '13:30' };

test.each([
  [night, '2026-01-10T21:59:59.999Z', false],
  [night, '2026-01-10T22:00:00.000Z', true],
  [night, '2026-01-10T23:30:00.000Z', true],
  [night, '2026-01-11T05:59:59.999Z', true],
  [night, '2026-01-11T06:00:00.000Z', false],
  // In summer the clock is an hour further.
  [night, '2026-07-10T21:00:00.000Z', true],
  [night, '2026-07-11T05:00:00.000Z', false],
  [noon, '2026-01-10T10:59:00.000Z', false],
  [noon, '2026-01-10T11:00:00.000Z', true],
  [noon, '2026-01-10T12:30:00.000Z', false],
])('%j at %s: %s', (quiet, at, is) => {
  expect(isQuiet(quiet, at)).toBe(is);
});

test('the clock on the wall counts where it is put forward and back', () => {
  const early = { ...vienna, from: '02:15', until: '02:45' };
  // On 29 March 2026 the clock goes from 02:00 to 03:00, and on 25 October from 03:00 to 02:00.
  expect(isQuiet(early, '2026-03-29T00:59:00.000Z')).toBe(false);
  expect(isQuiet(early, '2026-03-29T01:20:00.000Z')).toBe(false);
  expect(isQuiet(early, '2026-10-25T00:20:00.000Z')).toBe(true);
  expect(isQuiet(early, '2026-10-25T00:50:00.000Z')).toBe(false);
  expect(isQuiet(early, '2026-10-25T01:20:00.000Z')).toBe(true);
  const untilSkipped = { ...vienna, from: '22:00', until: '02:30' };
  expect(isQuiet(untilSkipped, '2026-03-29T00:59:00.000Z')).toBe(true);
  expect(isQuiet(untilSkipped, '2026-03-29T01:00:00.000Z')).toBe(false);
});

test('an end that is not said, or the same twice, is no quiet time', () => {
  const said = { quietFrom: '23:00', quietUntil: '07:00', timeZone: null };
  expect(quietTime(said)).toEqual({ from: '23:00', until: '07:00', timeZone: 'UTC' });
  for (const part of [{ quietFrom: null }, { quietUntil: undefined }, { quietUntil: '23:00' }]) {
    expect(quietTime({ ...said, ...part })).toBeUndefined();
  }
});

test('until when is said', () => {
  expect(quietSentence(night)).toBe('It is quiet time: comments are taken again at 07:00 (Europe/Vienna).');
});

test.each(['24:00', '7:00', '07:60', '0700', '07:00:00', '07:00\n', ''])('%j is no time of day', (text) => {
  expect(TimeOfDay.safeParse(text).success).toBe(false);
});
