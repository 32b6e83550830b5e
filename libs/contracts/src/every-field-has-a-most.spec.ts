import { describe, expect, test } from '@jest/globals';
import type { z } from 'zod';
import * as articles from './articles/article.commands.js';
import { VisitThread } from './comments/visit.commands.js';
import { DescribeSite } from './site/site.commands.js';
import { DefineEntry, PreviewHouse, RepinArticle, RetireEntry } from './thesaurus/thesaurus.commands.js';
import {
  ApproveComment,
  DeleteComment,
  EditComment,
  ImportComments,
  PostComment,
} from './comments/comment.commands.js';

const id = '0190a3c2-7a4e-7c1b-9f0a-3d5e6f708192';
const provenance = {
  ...{ source: 'a', externalId: '1', permalink: 'https://a.example/1', categories: ['c'], status: 'publish' },
  utcOffset: '+02:00',
  formerAddresses: ['https://a.example/?p=1'],
};
const said = {
  ...{ title: 'a', description: 'b', body: 'c', format: 'text', tagList: ['d'], remark: 'g' },
  source: { name: 'e', url: 'https://f.example/', author: 'h', publishedOn: '2020-02-29' },
};
const commands: [string, z.ZodType, object][] = [
  [
    'PublishArticle',
    articles.PublishArticle,
    {
      ...said,
    },
  ],
  ['ReviseArticle', articles.ReviseArticle, { articleId: id, ...said }],
  ['WithdrawArticle', articles.WithdrawArticle, { articleId: id, reason: 'a' }],
  ['FavoriteArticle', articles.FavoriteArticle, { articleId: id }],
  ['UnfavoriteArticle', articles.UnfavoriteArticle, { articleId: id }],
  ['DraftArticle', articles.DraftArticle, said],
  ['ReviseDraft', articles.ReviseDraft, { articleId: id, ...said }],
  ['ReturnSubmission', articles.ReturnSubmission, { articleId: id, note: 'a' }],
  ['ScheduleDraft', articles.ScheduleDraft, { articleId: id, publishAt: '2020-02-29T01:02:03.0Z' }],
  ['PreviewHouse', PreviewHouse, { articleId: id, title: 'a', description: 'b', body: 'c', sectionId: id }],
  ['ListRevisions', articles.ListRevisions, { articleId: id, versions: [1] }],
  [
    'DefineEntry',
    DefineEntry,
    { ...{ entryId: id, kind: 'gloss', term: 'a', inflections: ['b'], text: 'c' }, sectionId: id, caseSensitive: true },
  ],
  ['RetireEntry', RetireEntry, { entryId: id }],
  ['RepinArticle', RepinArticle, { articleId: id }],
  ['CloseComments', articles.CloseComments, { articleId: id }],
  ['ReopenComments', articles.ReopenComments, { articleId: id }],
  ['SetCommentsClosing', articles.SetCommentsClosing, { articleId: id, afterDays: 1 }],
  [
    'DescribeSite',
    DescribeSite,
    {
      ...{ name: 'a', motto: 'b', language: 'en', timeZone: 'UTC', rules: 'c', imprint: 'd', privacy: 'e' },
      editMinutes: 1,
    },
  ],
  [
    'ImportArticles',
    articles.ImportArticles,
    {
      articles: [
        {
          ...{ slug: 'a', title: 'a', description: 'b', body: 'c', format: 'text', tagList: ['d'], authorId: id },
          ...{ publishedAt: '2020-02-29T01:02:03.0Z', commentsClosed: true, provenance },
          source: { name: 'e', url: 'https://f.example/' },
        },
      ],
    },
  ],
  ['PostComment', PostComment, { articleId: id, parentId: 1, body: 'a', format: 'text' }],
  ['VisitThread', VisitThread, { articleId: id, upTo: '2020-02-29T01:02:03.0Z' }],
  ['ApproveComment', ApproveComment, { commentId: 1 }],
  ['EditComment', EditComment, { articleId: id, commentId: 1, body: 'a', format: 'text' }],
  ['DeleteComment', DeleteComment, { articleId: id, commentId: 1, reason: 'spam' }],
  [
    'ImportComments',
    ImportComments,
    {
      comments: [
        {
          ...{
            articleId: id,
            parentExternalId: '0',
            personId: id,
            account: true,
            name: 'a',
            website: 'https://a.example/',
            body: 'b',
          },
          ...{ address: '203.0.113.7', format: 'text', postedAt: '2020-02-29T01:02:03.0Z', provenance },
        },
      ],
    },
  ],
];

const much = 2_000_001;

/** The value with one field after another made too large in its own form, and which field that is. */
function* enlarged(value: unknown, path = ''): Generator<{ field: string; value: unknown }> {
  if (typeof value === 'number') yield { field: path, value: Number.MAX_SAFE_INTEGER + 2 };
  if (typeof value === 'string') {
    const filler = /^\d{4}-/.test(value) ? '0' : 'x';
    yield { field: path, value: value.replace(/(Z?)$/, (end) => filler.repeat(much) + end) };
  }
  if (Array.isArray(value))
    yield { field: `${path}[]`, value: Array.from({ length: 1_001 }, () => value[0] as unknown) };
  if (typeof value !== 'object' || value === null) return;
  for (const [name, part] of Object.entries(value)) {
    for (const { field, value: large } of enlarged(part, `${path}.${name}`)) {
      const copy = Array.isArray(value) ? [large] : { ...value, [name]: large };
      yield { field, value: copy };
    }
  }
}

describe.each(commands)('%s takes nothing without end', (_, schema, example) => {
  test('but does take its example', () => {
    expect(schema.safeParse(example).error).toBeUndefined();
  });

  test.each([...enlarged(example)].map(({ field, value }) => ({ field, value })))('in $field', ({ value }) => {
    expect(schema.safeParse(value).success).toBe(false);
  });
});
