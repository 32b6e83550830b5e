import { expect, test } from '@jest/globals';
import type { PersonRecord } from './answers.js';
import { isGone } from './is-gone.js';

const now = '2026-01-02T03:04:05.000Z';
const guest = '0190a3c2-7a4e-7c1b-9f0a-3d5e6f7081ff';
const ban = { reason: 'spam', until: null };
const person: PersonRecord = {
  ...{ id: '0190a3c2-9c00-7000-8000-000000000001', kind: 'account', name: 'Ada', nick: null, roles: ['editor'] },
  ...{ sanctions: { ban }, linkedTo: null, commentCount: 0, erasureDueAt: null, history: [], names: [] },
  guests: [{ id: guest, name: 'Tove', version: 1 }],
  reach: { comments: 0, shown: 0, held: 0, guests: 1, following: 0, followers: 0 },
};
const steps = ['warn', 'reinstate', 'grant', 'revoke-editor', `unlink-${guest}`, 'erase', 'keep', 'reset'];
const gone = (more: Partial<PersonRecord>) => steps.filter((step) => isGone(step, { ...person, ...more }, now));

test('a step is gone once it was taken, or what it was about is not so any more', () => {
  expect(gone({})).toEqual(['keep']);
  expect(gone({ sanctions: {} })).toEqual(['reinstate', 'keep']);
  expect(gone({ sanctions: { ban: { ...ban, until: now } } })).toEqual(['reinstate', 'keep']);
  expect(gone({ roles: [] })).toEqual(['revoke-editor', 'keep']);
  expect(gone({ roles: ['reader', 'contributor', 'editor', 'moderator', 'admin'] })).toEqual(['grant', 'keep']);
  expect(gone({ guests: [] })).toEqual([`unlink-${guest}`, 'keep']);
  expect(gone({ erasureDueAt: now })).toEqual(['erase']);
  expect(gone({ kind: 'erased' })).toEqual(steps);
});

test('a guest that an account has become is unlinked on its own record too', () => {
  const asGuest = { ...person, id: guest, guests: [] };
  expect(isGone(`unlink-${guest}`, { ...asGuest, linkedTo: person.id }, now)).toBe(false);
  expect(isGone(`unlink-${guest}`, asGuest, now)).toBe(true);
});
