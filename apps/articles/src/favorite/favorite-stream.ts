import type { StreamNow, StreamOf } from '#commands/stream-of.js';
import type { FavoriteFact } from '#contracts/events.js';
import { topics } from '#contracts/topics.js';
import { readLastEvent } from '#event-store/read-last-event.js';
import type { PoolClient } from 'pg';
import { favoriteDecider, type Favorite } from './favorite.decider.js';

/** Whether an account has an article among its favourites. The last event says all, so no more is read of it. */
export const favoriteStream = (
  articleId: string,
  personId: string,
): StreamOf<Favorite, StreamNow<Favorite>, PoolClient> => {
  const stream = `favorite-${articleId}-${personId}`;
  return {
    stream,
    topic: topics.articles.name,
    key: articleId,
    ownerOf: () => personId,
    kept: {
      read: async (client) => {
        const last = await readLastEvent(client, stream);
        const { initialState } = favoriteDecider;
        if (!last) return { state: initialState, version: 0 };
        return { state: favoriteDecider.evolve(initialState, last as unknown as FavoriteFact), version: last.version };
      },
      keep: () => Promise.resolve(),
    },
  };
};
