import type { Projection } from '#projection/projection.js';
import { saveFavorites, type SaidOfFavorite } from '#read-models/favorite/save-favorites.js';

/** Which articles accounts have among their favourites, from the articles topic. */
export const favorite: Projection<SaidOfFavorite> = {
  name: 'favorite',
  rowIds: (event) => (event.type === 'ArticleFavorited' || event.type === 'ArticleUnfavorited' ? [event.stream] : []),
  evolve: (_row, event) => {
    if (event.type !== 'ArticleFavorited' && event.type !== 'ArticleUnfavorited') return undefined;
    const { articleId, personId } = event.data;
    return { articleId, personId, favoritedAt: event.type === 'ArticleFavorited' ? event.occurredAt : null };
  },
  save: saveFavorites,
};
