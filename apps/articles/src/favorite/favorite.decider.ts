import type { FavoriteEvent, FavoriteFact } from '#contracts/events.js';
import type { Decider } from '#decider/decider.js';
import { happened, type Given } from '#decider/given.js';
import { notFound } from '#decider/rejection.js';

export interface FavoriteCommand extends Given {
  type: 'FavoriteArticle' | 'UnfavoriteArticle';
  articleId: string;
  personId: string;
  articleIsThere: boolean;
}

export interface Favorite {
  isFavorite: boolean;
}

/** The rules of favourites. Repeating it changes nothing. */
export const favoriteDecider: Decider<Favorite, FavoriteCommand, FavoriteEvent, FavoriteFact> = {
  initialState: { isFavorite: false },
  evolve: (_, { type }) => ({ isFavorite: type === 'ArticleFavorited' }),
  decide: (command, { isFavorite }) => {
    const { type, articleId, personId, articleIsThere } = command;
    if (!articleIsThere) throw notFound('ArticleUnknown', 'article');
    if (isFavorite === (type === 'FavoriteArticle')) return [];
    const pair = { articleId, personId };
    return [isFavorite ? happened(command, 'ArticleUnfavorited', pair) : happened(command, 'ArticleFavorited', pair)];
  },
};
