import { test } from '@jest/globals';
import { articlePublished, commentsClosed, commentsReopened } from '#contracts/articles/article.examples.js';
import { given } from '#decider/given-when-then.js';
import { articleDecider, maxReopeningsADay, type PublishArticle } from './article.decider.js';

const id = '0190a3c2-9c00-7000-8000-000000000001';
const at = '2026-01-02T03:04:05.000Z';
const { provenance: _, ...own } = articlePublished;
const published = { id, occurredAt: at, type: 'ArticlePublished', data: own } as const;
const closed = { id, occurredAt: at, type: 'CommentsClosed', data: commentsClosed } as const;
const reopened = { id, occurredAt: at, type: 'CommentsReopened', data: commentsReopened } as const;
const { articleId, actor } = commentsClosed;
const by = { at, actor, ids: [id] };
const { actor: editor, source, ...article } = own;
const publish: PublishArticle = {
  ...{ ...article, ...by, actor: editor, type: 'PublishArticle' },
  ...(source && { source: { name: source.name, ...(source.url !== undefined && { url: source.url }) } }),
};
const close = { ...by, type: 'CloseComments', articleId } as const;
const reopen = { ...by, type: 'ReopenComments', articleId } as const;

test('an article is published once', () => {
  given(articleDecider, []).when(publish).then([published]);
  given(articleDecider, [published]).when(publish).thenRejected('ArticlePublishedAlready');
});

test('open comments can be closed, and closed ones reopened', () => {
  given(articleDecider, [published]).when(close).then([closed]);
  given(articleDecider, [published, closed]).when(reopen).then([reopened]);
});

test('closing closed comments, or reopening open ones, changes nothing', () => {
  given(articleDecider, [published, closed]).when(close).then([]);
  given(articleDecider, [published]).when(reopen).then([]);
});

test('an article that was imported closed can be reopened', () => {
  const importedClosed = { ...published, data: { ...own, commentsClosed: true } };
  given(articleDecider, [importedClosed]).when(reopen).then([reopened]);
});

test('an article that does not exist cannot be closed', () => {
  given(articleDecider, []).when(close).thenRejected('ArticleUnknown');
});

test('an editor cannot make an article’s stream grow without end: it can be reopened five times a day', () => {
  const often = Array.from({ length: maxReopeningsADay }, () => [closed, reopened] as const).flat();
  const tomorrow = { ...reopen, at: '2026-01-03T00:00:00.000Z' };
  const reopenedThen = { ...reopened, occurredAt: tomorrow.at };
  given(articleDecider, [published, ...often, closed])
    .when(reopen)
    .thenRejected('ReopenedTooOften');
  given(articleDecider, [published, ...often, closed])
    .when(tomorrow)
    .then([reopenedThen]);
  given(articleDecider, [published, ...often.slice(2), closed])
    .when(reopen)
    .then([reopened]);
  given(articleDecider, [published, ...often, closed, reopenedThen, closed])
    .when(tomorrow)
    .then([reopenedThen]);
});

test('it can always be closed', () => {
  const often = Array.from({ length: maxReopeningsADay }, () => [closed, reopened] as const).flat();
  given(articleDecider, [published, ...often])
    .when(close)
    .then([closed]);
});
