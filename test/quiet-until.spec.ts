import { expect, test } from '@jest/globals';
import { isQuiet, quietTime } from '#contracts/site/quiet-time.js';
import { quietUntil } from '../apps/web/src/lib/server/quiet-until.js';

test('it is quiet here when the comments service says so', () => {
  const times = ['00:00', '02:30', '07:00', '12:00', '23:00'];
  const site = { timeZone: 'Europe/Vienna' };
  for (const quietFrom of times) {
    for (const until of times) {
      const said = { ...site, quietFrom, quietUntil: until };
      const quiet = quietTime(said);
      // Half hours of the days on which clocks are put forward and back, and of one between them.
      for (const day of ['2026-03-29', '2026-07-01', '2026-10-25']) {
        for (let half = 0; half < 48; half += 1) {
          const now = new Date(Date.parse(`${day}T00:00:00Z`) + half * 1_800_000);
          const is = quiet !== undefined && isQuiet(quiet, now.toISOString());
          expect(quietUntil(said, now)).toBe(is ? until : undefined);
        }
      }
    }
  }
  expect(quietUntil({ ...site, quietFrom: null, quietUntil: '07:00' }, new Date())).toBeUndefined();
});
