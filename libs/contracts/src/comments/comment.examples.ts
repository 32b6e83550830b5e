import type { DataOf } from '../events.js';

const ada = '0190a3c2-7a4e-7c1b-9f0a-3d5e6f708192';
const sealed = 's1.dGhpcyBpcyBhbiBleGFtcGxlIG9mIGEgc2VhbA';

export const commentPosted: DataOf<'CommentPosted'> = {
  commentId: 1_000_001,
  articleId: '0190a3c2-8b11-7d52-8a44-0c1d2e3f4051',
  parentId: null,
  author: { personId: ada, kind: 'guest', name: sealed, website: sealed },
  body: sealed,
  format: 'text',
  facts: { codePoints: 42, links: 1 },
  actor: { kind: 'person', id: ada },
};

export const commentApproved: DataOf<'CommentApproved'> = {
  commentId: 1_000_001,
  articleId: commentPosted.articleId,
  actor: { kind: 'person', id: '0190a3c2-7a4e-7c1b-9f0a-3d5e6f708195' },
};
