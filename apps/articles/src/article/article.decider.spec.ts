import { test } from '@jest/globals';
import { articlePublished, commentsClosed, commentsReopened } from '#contracts/articles/article.examples.js';
import type { Publishing } from '#contracts/site/site.events.js';
import { given } from '#decider/given-when-then.js';
import { articleDecider, type PublishArticle, type ReviseArticle } from './article.decider.js';
import {
  maxBytesOfArticle,
  maxClosingsSetADay,
  maxReopeningsADay,
  maxRevisions,
  maxRevisionsADay,
} from './how-often.rules.js';

const id = '0190a3c2-9c00-7000-8000-000000000001';
const at = '2026-01-02T03:04:05.000Z';
const { provenance: _, ...own } = articlePublished;
const published = { id, occurredAt: at, type: 'ArticlePublished', data: own } as const;
const closed = { id, occurredAt: at, type: 'CommentsClosed', data: commentsClosed } as const;
const reopened = { id, occurredAt: at, type: 'CommentsReopened', data: commentsReopened } as const;
const { articleId, actor } = commentsClosed;
const by = { at, actor, ids: [id] };
const { actor: editor, ...article } = own;
const publish: PublishArticle = { ...article, ...by, actor: editor, type: 'PublishArticle' };
const anybody = (personId: string, publishing: Publishing, isEditor = false) => ({
  ...{ personId, publishing, isEditor, isContributor: false },
});
const { authorId } = own;
const revise: ReviseArticle = {
  ...{ ...by, type: 'ReviseArticle', articleId, slug: own.slug, changes: { body: 'Until dawn.' } },
  editorial: anybody('an editor', 'editors', true),
};
const { authorId: _author, commentsClosed: _closed, ...said } = own;
const revised = (more: object = {}) =>
  ({ id, occurredAt: at, type: 'ArticleRevised', data: { ...said, body: 'Until dawn.', actor, ...more } }) as const;
const withdraw = { ...by, type: 'WithdrawArticle', articleId, editorial: revise.editorial } as const;
const withdrawn = { id, occurredAt: at, type: 'ArticleWithdrawn', data: { articleId, actor } } as const;
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

test('closing closed comments, or reopening those that never close, changes nothing', () => {
  given(articleDecider, [published, closed]).when(close).then([]);
  given(articleDecider, [published, closed, reopened]).when(reopen).then([]);
});

test('open comments that are reopened stay open whatever their age: the article cannot know whether it has closed them', () => {
  given(articleDecider, [published]).when(reopen).then([reopened]);
});

const closingSet = (afterDays: number | 'never' | null) =>
  ({ id, occurredAt: at, type: 'CommentsClosingSet', data: { articleId, afterDays, actor } }) as const;
const setClosing = (afterDays: number | 'never' | null) =>
  ({ ...by, type: 'SetCommentsClosing', articleId, afterDays }) as const;

test('it is said when comments close; to say it again changes nothing', () => {
  given(articleDecider, [published])
    .when(setClosing(30))
    .then([closingSet(30)]);
  given(articleDecider, [published]).when(setClosing(null)).then([]);
  given(articleDecider, [published, closingSet(30)])
    .when(setClosing(30))
    .then([]);
  given(articleDecider, [published, closed, reopened]).when(setClosing('never')).then([]);
  given(articleDecider, [published, closingSet('never')])
    .when(setClosing(null))
    .then([closingSet(null)]);
  given(articleDecider, []).when(setClosing(30)).thenRejected('ArticleUnknown');
});

test('that is said twenty times a day', () => {
  const often = Array.from({ length: maxClosingsSetADay }, (_, days) => closingSet(days));
  given(articleDecider, [published, ...often])
    .when(setClosing(30))
    .thenRejected('ClosingSetTooOften');
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

test.each([
  [anybody('anyone', 'everyone'), true],
  [anybody('an editor', 'editors', true), true],
  [anybody('an editor', 'reviewed', true), true],
  [anybody('anyone', 'reviewed'), false],
  [anybody('anyone', 'editors'), false],
])('who publishes is what the site says: %j, %s', (editorial, may) => {
  const asked = given(articleDecider, []).when({ ...publish, editorial });
  if (may) asked.then([published]);
  else asked.thenRejected('EditorsPublish', 'forbidden');
});

test.each([
  [anybody('an editor', 'editors', true), undefined],
  [anybody(authorId, 'everyone'), undefined],
  [anybody(authorId, 'reviewed'), 'EditorsRevise'],
  [anybody(authorId, 'editors'), 'EditorsRevise'],
  [anybody('somebody else', 'everyone'), 'NotTheirArticle'],
])('an article is changed by editors, and by its author where everyone publishes: %j, %s', (editorial, rule) => {
  for (const [command, event] of [
    [revise, revised()],
    [withdraw, withdrawn],
  ] as const) {
    const asked = given(articleDecider, [published]).when({ ...command, editorial });
    if (rule === undefined) asked.then([event]);
    else asked.thenRejected(rule, 'forbidden');
  }
});

test('a revision says all that the article says then; null takes away, and an empty list is one', () => {
  const changes = { source: null, tagList: [], remark: 'Again.' };
  const { source: _none, ...sourceless } = said;
  const event = { ...revised(), data: { ...sourceless, tagList: [], remark: 'Again.', actor } };
  given(articleDecider, [published])
    .when({ ...revise, changes })
    .then([event]);
  given(articleDecider, [published, event])
    .when({ ...revise, changes: { remark: null } })
    .then([{ ...event, data: { ...sourceless, tagList: [], actor } }]);
});

test('saying what it says changes nothing', () => {
  given(articleDecider, [published, revised()]).when(revise).then([]);
});

test('an article cannot be revised without end', () => {
  const times = (count: number, occurredAt: string) =>
    Array.from({ length: count }, (_, time) => ({ ...revised({ body: `${time}` }), occurredAt }));
  given(articleDecider, [published, ...times(maxRevisionsADay, at)])
    .when(revise)
    .thenRejected('RevisedTooOften', 'too often');
  given(articleDecider, [published, ...times(maxRevisionsADay, '2026-01-01T00:00:00.000Z')])
    .when(revise)
    .then([revised()]);
  given(articleDecider, [published, ...times(maxRevisions, '2026-01-01T00:00:00.000Z')])
    .when(revise)
    .thenRejected('RevisedTooOften', 'conflict');
});

test('long texts do not make its stream longer than a decision may read', () => {
  const long = revised({ body: 'x'.repeat(maxBytesOfArticle / 2) });
  const house = { version: 7, entries: [] };
  const repin = { ...by, type: 'RepinArticle', articleId, house } as const;
  given(articleDecider, [published, long, revised({ body: '' })])
    .when(revise)
    .then([revised()]);
  for (const command of [revise, repin]) {
    given(articleDecider, [published, long, long, revised({ body: '' })])
      .when(command)
      .thenRejected('ArticleTooLong', 'conflict');
  }
  given(articleDecider, [published, long, long]).when(withdraw).then([withdrawn]);
});

test('what is withdrawn is there no more', () => {
  given(articleDecider, [published])
    .when({ ...withdraw, reason: 'The source took it back.' })
    .then([{ ...withdrawn, data: { ...withdrawn.data, reason: 'The source took it back.' } }]);
  for (const command of [revise, withdraw, close, reopen]) {
    given(articleDecider, [published, withdrawn]).when(command).thenRejected('ArticleUnknown', 'not found');
  }
  given(articleDecider, [published, withdrawn]).when(publish).thenRejected('ArticlePublishedAlready');
});
