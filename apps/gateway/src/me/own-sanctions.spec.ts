import { expect, test } from '@jest/globals';
import type { PersonHistoryEntry } from '#read-models/person-history/read-person-history.js';
import { ownSanctions } from './own-sanctions.js';

test('an event is a sanction by its type’s name, and never by a property that every object has', () => {
  const entry = (type: string) =>
    ({ type, happenedAt: new Date(0), reason: null, note: null, until: null }) as unknown as PersonHistoryEntry;
  const told = ownSanctions(['PersonBanned', 'constructor', 'toString', '__proto__'].map(entry));
  expect(told.map(({ kind }) => kind)).toEqual(['ban']);
});
