import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { endingsMessages } from '#redis/endings.js';
import type { Queryable } from '#postgres/shared-connection.js';
import { RevocationCache } from './revocation-cache.js';
import { ProjectedPeople } from './projected-people.js';

const holder = { personId: randomUUID(), sessionId: randomUUID(), kind: 'account' as const, roles: ['admin'] };
const nothing = { sessionEnded: false, erased: false, roles: null, sanctions: null, linkedTo: null, version: null };
const ban = { ban: { reason: 'spam', until: null } };

let looks = 0;
const find = (shown: object, endings = new RevocationCache(() => 0)) => {
  const lookUps = {
    query: () => {
      looks += 1;
      return Promise.resolve({ rows: [{ ...nothing, ...shown }] });
    },
  } as unknown as Queryable;
  return new ProjectedPeople(lookUps, endings).find(holder);
};

test.each([
  ['an ended session', { sessionEnded: true }, 'revoked'],
  ['somebody erased', { erased: true }, 'erased'],
  ['a guest who has an account now', { linkedTo: randomUUID() }, 'linked'],
])('a token of %s is no longer valid', async (_, shown, over) => expect(await find(shown)).toEqual({ over }));

test('a received ending counts before it is projected, and is not looked up', async () => {
  const endings = new RevocationCache(() => 0);
  for (const message of endingsMessages({ sessionIds: [holder.sessionId], erasedIds: [] })) endings.receive(message);
  looks = 0;
  expect(await find({ roles: ['admin'] }, endings)).toEqual({ over: 'revoked' });
  expect(looks).toBe(0);
});

test('rights are those of the projected person; a newcomer who is not projected yet is at version 1', async () => {
  const shown = { roles: ['reader'], hasSecondFactor: true, sanctions: ban, version: 4 };
  expect(await find(shown)).toEqual(shown);
  expect(await find({})).toEqual({ hasSecondFactor: false, version: 1 });
});
