import { expect, test } from '@jest/globals';
import { heldBecause, type PosterStanding } from './held-because.js';

const now = '2026-01-02T03:04:05.000Z';
const premoderated = { premoderation: { reason: 'spam', until: null } } as const;
const over = { premoderation: { reason: 'spam', until: now } } as const;
const reasonFor = (standing: Partial<PosterStanding>) => heldBecause({ author: {}, addresses: [], ...standing }, now);

test('a comment is held if its author or an address is pre-moderated; the author’s reason comes first', () => {
  expect(reasonFor({ author: premoderated, addresses: [premoderated] })).toBe('author-premoderated');
  expect(reasonFor({ addresses: [{}, premoderated] })).toBe('address-premoderated');
});

test('a comment is shown if nobody is pre-moderated, or no longer', () => {
  expect(reasonFor({})).toBeUndefined();
  expect(reasonFor({ author: over, addresses: [over] })).toBeUndefined();
});
