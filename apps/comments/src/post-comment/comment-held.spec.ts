import { expect, test } from '@jest/globals';
import { commentHeld, type PosterStanding } from './comment-held.js';

const articleId = '0190a3c2-8b11-7d52-8a44-0c1d2e3f4051';
const wanted = { articleId, parentId: null, body: 'x', format: 'text' } as const;
const now = '2026-01-02T03:04:05.000Z';
const premoderated = { premoderation: { reason: 'spam', until: null } } as const;
const over = { premoderation: { reason: 'spam', until: now } } as const;
const reasonFor = (standing: Partial<PosterStanding>) =>
  commentHeld(7, wanted, { author: {}, addresses: [], ...standing }, now)?.data.reason;

test('a comment is held where its author or an address is pre-moderated, by the author’s reason first', () => {
  expect(reasonFor({ author: premoderated, addresses: [premoderated] })).toBe('author-premoderated');
  expect(reasonFor({ addresses: [{}, premoderated] })).toBe('address-premoderated');
  expect(commentHeld(7, wanted, { author: premoderated, addresses: [] }, now)).toMatchObject({
    type: 'CommentHeld',
    occurredAt: now,
    data: { commentId: 7, articleId, actor: { kind: 'system', rule: 'premoderation' } },
  });
});

test('and shown where nobody is, or not any more', () => {
  expect(reasonFor({})).toBeUndefined();
  expect(reasonFor({ author: over, addresses: [over] })).toBeUndefined();
});
