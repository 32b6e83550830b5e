import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from '@jest/globals';
import { endingsMessages } from '#redis/endings.js';
import { HeardEndings } from './heard-endings.js';

const [personId, sessionId] = [randomUUID(), randomUUID()];
const account = { personId, sessionId, kind: 'account' as const, roles: [] };
/** A guest's first credential is named as they are. */
const guest = { ...account, sessionId: personId, kind: 'guest' as const };
const day = 24 * 3_600_000;

let now = 0;
let endings: HeardEndings;
beforeEach(() => {
  now = 0;
  endings = new HeardEndings(() => now);
});
const hear = (told: { sessionIds?: string[]; erasedIds?: string[] }) => {
  for (const message of endingsMessages({ sessionIds: [], erasedIds: [], ...told })) endings.hear(message);
};

test('says why what it has heard of is over, and nothing of the rest', () => {
  expect(endings.overFor(account)).toBeUndefined();
  hear({ sessionIds: [randomUUID(), sessionId] });
  expect(endings.overFor(account)).toBe('revoked');
  expect(endings.overFor({ ...account, sessionId: randomUUID() })).toBeUndefined();
});

test('all that an erased person holds is over; the next credential of a guest whose first one ended is not', () => {
  hear({ sessionIds: [personId] });
  expect([endings.overFor(guest), endings.overFor({ ...guest, sessionId })]).toEqual(['revoked', undefined]);
  hear({ erasedIds: [personId] });
  expect(endings.overFor({ ...guest, sessionId })).toBe('erased');
});

test('remembers for as long as a token lives, and within bounds', () => {
  hear({ sessionIds: [sessionId] });
  now = 365 * day;
  expect(endings.overFor(account)).toBe('revoked');
  hear({ sessionIds: Array.from({ length: 20_000 }, () => randomUUID()) });
  expect(endings.overFor(account)).toBeUndefined();
});

test('what is no message of ours ends nothing', () => {
  for (const message of ['', 'x', '{}', JSON.stringify({ sessionIds: [sessionId] })]) endings.hear(message);
  expect(endings.overFor(account)).toBeUndefined();
});
