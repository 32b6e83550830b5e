import { test } from '@jest/globals';
import { asPublished } from '#contracts/articles/closing.js';
import { commentPosted } from '#contracts/comments/comment.examples.js';
import type { EventOf } from '#contracts/events.js';
import { given } from '#decider/given-when-then.js';
import { commentDecider, type ImportComment, type PostComment } from './comment.decider.js';

const { articleId } = commentPosted;
const by = {
  ids: ['0190a3c2-9c00-7000-8000-000000000001'],
  at: '2026-01-02T03:04:05.000Z',
  actor: commentPosted.actor,
};
const meta = { id: by.ids[0] ?? '', occurredAt: by.at };
const written = {
  commentId: 1_000_001,
  articleId,
  parentId: null,
  body: 'See https://a.example',
  format: 'text',
} as const;
const ada = {
  personId: commentPosted.author.personId,
  kind: 'guest',
  name: 'Ada',
  website: 'https://ada.example/',
} as const;
const author = { ...ada, sanctions: {}, version: 3 };
const facts = { codePoints: 21, links: 1 };
const posted: EventOf<'CommentPosted'> = {
  ...{ ...meta, type: 'CommentPosted' },
  data: { ...written, author: ada, facts, decidedOn: { person: 3 }, actor: by.actor },
};
const reply = { ...posted, data: { ...posted.data, parentId: 1_000_000 } };
const held = { ...posted, data: { ...posted.data, heldBecause: 'author-premoderated' as const } };
const approved = {
  ...meta,
  type: 'CommentApproved',
  data: { commentId: 1_000_001, articleId, actor: by.actor },
} as const;
const approve = { ...by, type: 'ApproveComment' } as const;
const closing = { publishedAt: '2026-01-01T00:00:00.000Z', own: asPublished(false), section: null, site: null };
const open = { commentsClosed: false, closing };
const nobody = { quiet: undefined, isStaff: false };
const post: PostComment = {
  ...{ ...by, type: 'PostComment', ...written, article: open, parent: undefined, author, addressRanges: [] },
  ...nobody,
};

test('a comment can be posted under an open article', () => {
  given(commentDecider, []).when(post).then([posted]);
});

test('no comment can be posted under a closed or unknown article', () => {
  given(commentDecider, [])
    .when({ ...post, article: { ...open, commentsClosed: true } })
    .thenRejected('CommentsClosed');
  given(commentDecider, [])
    .when({ ...post, article: undefined })
    .thenRejected('ArticleUnknown');
});

test('age closes an article, and neither does where it never closes, nor was it long ago', () => {
  const [publishedAt, long] = ['2025-12-19T03:04:05.000Z', '2016-01-01T00:00:00.000Z'];
  const under = (more: Partial<typeof closing>) => ({
    ...post,
    article: { ...open, closing: { ...closing, ...more } },
  });
  given(commentDecider, []).when(under({ publishedAt })).thenRejected('CommentsClosed');
  given(commentDecider, [])
    .when(under({ publishedAt: '2025-12-19T03:04:05.001Z' }))
    .then([posted]);
  for (const more of [{ site: 'never' }, { section: 'never' }, { own: { ...closing.own, afterDays: 'never' } }]) {
    given(commentDecider, [])
      .when(under({ publishedAt: long, ...(more as object) }))
      .then([posted]);
  }
});

const night = { from: '23:00', until: '06:00', timeZone: 'UTC' };

test('in quiet time nobody posts but the staff', () => {
  given(commentDecider, [])
    .when({ ...post, quiet: night })
    .thenRejected('QuietTime');
  given(commentDecider, [])
    .when({ ...post, quiet: night, isStaff: true })
    .then([posted]);
  given(commentDecider, [])
    .when({ ...post, quiet: { ...night, until: '03:04' } })
    .then([posted]);
});

test('a reply can be posted to a comment shown under the same article', () => {
  given(commentDecider, [])
    .when({ ...post, parentId: 1_000_000, parent: { articleId, shown: true } })
    .then([reply]);
});

test.each([
  ['is not there', undefined],
  ['is not shown', { articleId, shown: false }],
  ['is another article’s', { articleId: '0190a3c2-8b11-7d52-8a44-ffffffffffff', shown: true }],
])('a reply is refused when its parent %s', (_why, parent) => {
  given(commentDecider, [])
    .when({ ...post, parentId: 1_000_000, parent })
    .thenRejected('ParentNotShown');
});

test('a comment is posted once', () => {
  given(commentDecider, [posted]).when(post).thenRejected('CommentPostedAlready');
});

test('a held comment is approved once; approving a shown one changes nothing', () => {
  given(commentDecider, [held]).when(approve).then([approved]);
  given(commentDecider, [held, approved]).when(approve).then([]);
  given(commentDecider, [posted]).when(approve).then([]);
});

test('a comment that does not exist cannot be approved', () => {
  given(commentDecider, []).when(approve).thenRejected('CommentUnknown');
});

const range = { rangeId: '0190a3c2-7a4e-7c1b-9f0a-3d5e6f7081cc', version: 2 };

test('sanctions of the author and of the address count at the time of the command', () => {
  const banned = { ban: { reason: 'spam', until: null } } as const;
  const over = { ban: { reason: 'spam', until: by.at } } as const;
  given(commentDecider, [])
    .when({ ...post, addressRanges: [{ ...range, sanctions: banned }] })
    .thenRejected('AddressIsExcluded');
  given(commentDecider, [])
    .when({ ...post, addressRanges: [{ ...range, sanctions: over }] })
    .then([{ ...posted, data: { ...posted.data, decidedOn: { person: 3, addressRanges: { [range.rangeId]: 2 } } } }]);
});

test('a comment is held if its author or an address is pre-moderated', () => {
  const sanctions = { premoderation: { reason: 'spam', until: null } } as const;
  given(commentDecider, [])
    .when({ ...post, author: { ...author, sanctions } })
    .then([held]);
  const decidedOn = { person: 3, addressRanges: { [range.rangeId]: 2 } };
  given(commentDecider, [])
    .when({ ...post, addressRanges: [{ ...range, sanctions }] })
    .then([{ ...posted, data: { ...posted.data, heldBecause: 'address-premoderated', decidedOn } }]);
});

test('the event holds the address, to be sealed under the author’s and the month’s key', () => {
  const from = { address: '203.0.113.7', month: '2026-01' };
  given(commentDecider, [])
    .when({ ...post, from })
    .then([{ ...posted, data: { ...posted.data, postedFrom: from } }]);
});

test('an erased or unknown person cannot comment', () => {
  given(commentDecider, [])
    .when({ ...post, author: 'erased' })
    .thenRejected('PersonErased');
  given(commentDecider, [])
    .when({ ...post, author: undefined })
    .thenRejected('PersonUnknown');
});

const bringIn: ImportComment = {
  ...{
    ...by,
    type: 'ImportComment',
    ...written,
    articleIsKnown: true,
    provenance: { source: 'blog', externalId: '7' },
  },
  author: { personId: ada.personId, kind: 'guest', name: 'Ada', address: '203.0.113.7' },
};

test('an archive’s comment is imported as it was, but not of an erased author, nor under an unknown article', () => {
  const { provenance } = bringIn;
  const archived = { personId: ada.personId, name: 'Ada', address: '203.0.113.7', kind: 'guest' } as const;
  given(commentDecider, [])
    .when(bringIn)
    .then([{ ...posted, data: { ...written, facts, author: archived, provenance, actor: by.actor } }]);
  const account = { personId: ada.personId, name: 'Ada', kind: 'account' } as const;
  given(commentDecider, [])
    .when({ ...bringIn, author: account })
    .then([{ ...posted, data: { ...written, facts, author: account, provenance, actor: by.actor } }]);
  given(commentDecider, [])
    .when({ ...bringIn, author: 'erased' })
    .thenRejected('PersonErased');
  given(commentDecider, [])
    .when({ ...bringIn, articleIsKnown: false })
    .thenRejected('ArticleUnknown');
});
