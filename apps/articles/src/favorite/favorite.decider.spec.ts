import { test } from '@jest/globals';
import { given } from '#decider/given-when-then.js';
import { favoriteDecider } from './favorite.decider.js';

const [articleId, personId] = ['0190a3c2-8b11-7d52-8a44-0c1d2e3f4051', '0190a3c2-7a4e-7c1b-9f0a-3d5e6f708192'];
const actor = { kind: 'person', id: personId } as const;
const by = { at: '2026-01-02T03:04:05.000Z', ids: ['0190a3c2-9c00-7000-8000-000000000001'], actor };
const about = { ...by, articleId, personId, articleIsThere: true };
const favorite = { ...about, type: 'FavoriteArticle' } as const;
const unfavorite = { ...about, type: 'UnfavoriteArticle' } as const;
const happened = <Type extends string>(type: Type) => ({
  ...{ id: '0190a3c2-9c00-7000-8000-000000000001', occurredAt: by.at, type },
  data: { articleId, personId, actor },
});
const [favorited, unfavorited] = [happened('ArticleFavorited'), happened('ArticleUnfavorited')];

test('an article is a favourite until it is none', () => {
  given(favoriteDecider, []).when(favorite).then([favorited]);
  given(favoriteDecider, [favorited]).when(unfavorite).then([unfavorited]);
  given(favoriteDecider, [favorited, unfavorited]).when(favorite).then([favorited]);
});

test('repeating it changes nothing', () => {
  given(favoriteDecider, [favorited]).when(favorite).then([]);
  given(favoriteDecider, []).when(unfavorite).then([]);
});

test('what is not on the site is nobody’s favourite', () => {
  for (const command of [favorite, unfavorite]) {
    given(favoriteDecider, [])
      .when({ ...command, articleIsThere: false })
      .thenRejected('ArticleUnknown', 'not found');
  }
});
