import { test } from '@jest/globals';
import { commentApproved, commentPosted } from '#contracts/comments/comment.examples.js';
import { given } from '#decider/given-when-then.js';
import { commentDecider } from './comment.decider.js';

const { articleId } = commentPosted;
const meta = { id: '0190a3c2-9c00-7000-8000-000000000001', occurredAt: '2026-01-02T03:04:05.000Z' };
const posted = { ...meta, type: 'CommentPosted', data: commentPosted } as const;
const reply = { ...posted, data: { ...commentPosted, parentId: 1_000_000 } };
const held = { ...posted, data: { ...commentPosted, heldBecause: 'author-premoderated' as const } };
const approved = { ...meta, type: 'CommentApproved', data: commentApproved } as const;
const approve = { type: 'ApproveComment', event: approved } as const;
const open = { commentsClosed: false };
const post = { type: 'PostComment', article: open, parent: undefined, event: posted } as const;

test('a comment goes under an open article', () => {
  given(commentDecider, []).when(post).then([posted]);
});

test('nothing goes under a closed article or one nobody knows', () => {
  given(commentDecider, [])
    .when({ ...post, article: { commentsClosed: true } })
    .thenRejected('CommentsClosed');
  given(commentDecider, [])
    .when({ ...post, article: undefined })
    .thenRejected('ArticleUnknown');
});

test('a reply goes under a comment shown with the same article', () => {
  given(commentDecider, [])
    .when({ ...post, event: reply, parent: { articleId, shown: true } })
    .then([reply]);
});

test.each([
  ['is not there', undefined],
  ['is not shown', { articleId, shown: false }],
  ['is another article’s', { articleId: '0190a3c2-8b11-7d52-8a44-ffffffffffff', shown: true }],
])('a reply is refused when its parent %s', (_why, parent) => {
  given(commentDecider, [])
    .when({ ...post, event: reply, parent })
    .thenRejected('ParentNotShown');
});

test('a comment is posted once', () => {
  given(commentDecider, [posted]).when(post).thenRejected('CommentPostedAlready');
});

test('a held comment is approved once; one that is shown stays so', () => {
  given(commentDecider, [held]).when(approve).then([approved]);
  given(commentDecider, [held, approved]).when(approve).then([]);
  given(commentDecider, [posted]).when(approve).then([]);
});

test('no comment, nothing to approve', () => {
  given(commentDecider, []).when(approve).thenRejected('CommentUnknown');
});
