import { expect, test } from '@jest/globals';
import { datesFor } from './dates.js';
import { dayIn } from './day-in.js';

test.each([
  ['2026-11-27', 'UTC', '2026-11-27T00:00:00.000Z', '2026-11-28T00:00:00.000Z'],
  ['2026-11-27', 'Europe/Berlin', '2026-11-26T23:00:00.000Z', '2026-11-27T23:00:00.000Z'],
  // 23 hours, 25 hours, and a day on which midnight never was.
  ['2026-03-29', 'Europe/Berlin', '2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z'],
  ['2026-10-25', 'Europe/Berlin', '2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z'],
  ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z', '2018-11-05T02:00:00.000Z'],
])('%s in %s is from %s to %s', (day, timeZone, from, to) => {
  expect(dayIn(day, timeZone)).toMatchObject({ from, to });
  const { dayKey } = datesFor({ language: 'en', timeZone });
  const [begins, ends] = [Date.parse(from), Date.parse(to)].map((at) => [
    dayKey(new Date(at - 1)),
    dayKey(new Date(at)),
  ]);
  expect([begins?.[1], ends?.[0]]).toEqual([day, day]);
  expect([begins?.[0], ends?.[1]]).not.toContain(day);
});

test.each(['2026-02-30', '2026-13-01', 'today', '2026-1-1', '0000-01-01', '9999-12-31', ''])('%s is no day', (day) => {
  expect(dayIn(day, 'UTC')).toBeUndefined();
});
