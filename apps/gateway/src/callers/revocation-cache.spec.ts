import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from '@jest/globals';
import { endingsMessages } from '#redis/endings.js';
import { RevocationCache } from './revocation-cache.js';

const [personId, sessionId] = [randomUUID(), randomUUID()];
const account = { personId, sessionId, kind: 'account' as const, roles: [] };
/** A guest's first credential has the guest's own id. */
const guest = { ...account, sessionId: personId, kind: 'guest' as const };
const day = 24 * 3_600_000;

let now = 0;
let endings: RevocationCache;
beforeEach(() => {
  now = 0;
  endings = new RevocationCache(() => now);
});
const receive = (told: { sessionIds?: string[]; erasedIds?: string[] }) => {
  for (const message of endingsMessages({ sessionIds: [], erasedIds: [], ...told })) endings.receive(message);
};

test('tells why a received ending ends a token, and nothing of other tokens', () => {
  expect(endings.overFor(account)).toBeUndefined();
  receive({ sessionIds: [randomUUID(), sessionId] });
  expect(endings.overFor(account)).toBe('revoked');
  expect(endings.overFor({ ...account, sessionId: randomUUID() })).toBeUndefined();
});

test('an erasure ends all credentials of a person; the end of a guest’s first credential does not end the next', () => {
  receive({ sessionIds: [personId] });
  expect([endings.overFor(guest), endings.overFor({ ...guest, sessionId })]).toEqual(['revoked', undefined]);
  receive({ erasedIds: [personId] });
  expect(endings.overFor({ ...guest, sessionId })).toBe('erased');
});

test('keeps endings as long as a token lives, and a bounded number of them', () => {
  receive({ sessionIds: [sessionId] });
  now = 365 * day;
  expect(endings.overFor(account)).toBe('revoked');
  receive({ sessionIds: Array.from({ length: 20_000 }, () => randomUUID()) });
  expect(endings.overFor(account)).toBeUndefined();
});

test('a message of another form ends nothing', () => {
  for (const message of ['', 'x', '{}', JSON.stringify({ sessionIds: [sessionId] })]) endings.receive(message);
  expect(endings.overFor(account)).toBeUndefined();
});
