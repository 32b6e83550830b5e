import { expect, test } from '@jest/globals';
import { judgeRefresh } from './judge-refresh.js';

const now = new Date('2026-01-02T03:04:05.000Z');
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1_000);
const fresh = { usedAt: null, followerUsed: false, sessionEndedAt: null, sessionExpiresAt: ago(-60) };

test.each([
  ['a fresh token is rotated', fresh, 'rotate'],
  ['a lost answer is given again', { ...fresh, usedAt: ago(30) }, 'again'],
  ['not for ever', { ...fresh, usedAt: ago(31) }, 'reused'],
  ['nor once the answer has arrived', { ...fresh, usedAt: ago(1), followerUsed: true }, 'reused'],
  ['an expired session is over', { ...fresh, sessionExpiresAt: now }, 'over'],
  ['an ended one too, whatever is shown', { ...fresh, usedAt: ago(99), sessionEndedAt: ago(1) }, 'over'],
] as const)('%s', (_, shown, verdict) => expect(judgeRefresh(shown, now, 30)).toBe(verdict));
