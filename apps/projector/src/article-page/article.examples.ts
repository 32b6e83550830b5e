import {
  articlePublished,
  commentsClosed,
  commentsClosingSet,
  commentsReopened,
} from '#contracts/articles/article.examples.js';
import type { HouseEntry } from '#contracts/thesaurus/house-entry.js';
import type { BroadsideEvent } from '#contracts/events.js';
import { recorded } from '#testing/recorded.js';

const [lively, deleted] = ['0190a3c2-8b11-7d52-8a44-0c1d2e3f4053', '0190a3c2-8b11-7d52-8a44-0c1d2e3f4054'];
const renamed = '0190a3c2-8b11-7d52-8a44-0c1d2e3f4055';
const houseBridge: HouseEntry = {
  ...{ entryId: '0190a3c2-8b11-7d52-8a44-0c1d2e3f4061', kind: 'substitution', term: 'bridge', text: 'plank' },
  ...{ inflections: [], sectionId: null, caseSensitive: false, wholeWords: true },
};
const { authorId: _author, commentsClosed: _closed, ...content } = articlePublished;
const { actor } = articlePublished;

const provenance = {
  ...{ source: 'wordpress:a.example', externalId: '7@2019-04-02T05:30:00.000Z' },
  ...{ permalink: 'https://a.example/2019/04/quiet/', formerAddresses: ['https://a.example/?p=7'] },
};

const about = (articleId: string) =>
  ({ stream: `article-${articleId}`, topic: 'articles.events.v1', key: articleId }) as const;

const published = (articleId: string, slug: string) =>
  recorded({
    ...{ ...about(articleId), type: 'ArticlePublished' },
    data: () => ({ ...articlePublished, articleId, slug, tagList: ['harbour', 'bridges', 'harbour'] }),
  });

const [article, quiet] = [articlePublished.articleId, '0190a3c2-8b11-7d52-8a44-0c1d2e3f4052'];

function livesOfArticles(): BroadsideEvent[] {
  const revised = (version: number, slug: string, change: object = {}) =>
    recorded({
      ...{ ...about(lively), version, type: 'ArticleRevised' },
      data: () => ({ ...content, articleId: lively, slug, ...change }),
    });
  return [
    published(lively, 'lively'),
    revised(2, 'livelier', { title: 'Livelier', remark: 'And *how*.' }),
    revised(3, 'livelier', { body: 'Less.', tagList: [] }),
    published(renamed, 'renamed'),
    recorded({
      ...{ ...about(renamed), version: 2, type: 'ArticleRepinned' },
      data: () => ({ ...content, articleId: renamed, slug: 'renamed', house: { version: 7, entries: [houseBridge] } }),
    }),
    published(deleted, 'deleted'),
    recorded({
      ...{ ...about(lively), version: 4, type: 'ArticleWithdrawn' },
      data: () => ({ articleId: lively, reason: 'The source took it back.', actor }),
    }),
    recorded({
      ...{ ...about(deleted), version: 2, type: 'ArticleRevised' },
      data: () => ({ ...content, articleId: deleted, slug: 'deleted-soon' }),
    }),
    recorded({
      ...{ ...about(deleted), version: 3, type: 'ArticleWithdrawn' },
      data: () => ({ articleId: deleted, actor }),
    }),
  ];
}

/** Of all articles: those that stay, one that is revised and withdrawn, one that is deleted. */
export function articles(): BroadsideEvent[] {
  return [
    recorded({ ...about(article), type: 'ArticlePublished', data: () => articlePublished }),
    recorded({ ...about(article), version: 2, type: 'CommentsClosed', data: () => commentsClosed }),
    recorded({
      ...about(quiet),
      type: 'ArticlePublished',
      data: () => ({ ...articlePublished, articleId: quiet, slug: 'quiet', provenance }),
    }),
    recorded({ ...about(article), version: 3, type: 'CommentsReopened', data: () => commentsReopened }),
    recorded({ ...about(article), version: 4, type: 'CommentsClosingSet', data: () => commentsClosingSet }),
    recorded({
      ...about(quiet),
      version: 2,
      type: 'CommentsClosed',
      data: () => ({ ...commentsClosed, articleId: quiet }),
    }),
    ...livesOfArticles(),
  ];
}

/** Favourites of these people, of whom the last is erased; the second takes it back. */
export function favorites([one = '', two = '', erased = '']: string[]): BroadsideEvent[] {
  const said = (type: 'ArticleFavorited' | 'ArticleUnfavorited', personId: string, version = 1) =>
    recorded({
      ...{ ...about(lively), stream: `favorite-${lively}-${personId}`, version, type },
      data: () => ({ articleId: lively, personId, actor: { kind: 'person', id: personId } }),
    });
  const [took, left] = ['ArticleFavorited', 'ArticleUnfavorited'] as const;
  return [said(took, one), said(took, two), said(took, erased), said(left, two, 2)];
}
