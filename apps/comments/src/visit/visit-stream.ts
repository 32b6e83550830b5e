import type { StreamNow, StreamOf } from '#commands/stream-of.js';
import { topics } from '#contracts/topics.js';
import { readLastEvent } from '#event-store/read-last-event.js';
import type { PoolClient } from 'pg';
import type { VisitFact } from '#contracts/events.js';
import { visitDecider, type Visit } from './visit.decider.js';

/**
 * What an account has seen of an article's thread. Its last event says all, so no more of it is read: it has an event
 * for each visit, and no bound.
 */
export const visitStream = (articleId: string, personId: string): StreamOf<Visit, StreamNow<Visit>, PoolClient> => {
  const stream = `visit-${articleId}-${personId}`;
  return {
    stream,
    topic: topics.comments.name,
    key: articleId,
    ownerOf: () => personId,
    kept: {
      read: async (client) => {
        const last = await readLastEvent(client, stream);
        const { initialState } = visitDecider;
        if (!last) return { state: initialState, version: 0 };
        return { state: visitDecider.evolve(initialState, last as unknown as VisitFact), version: last.version };
      },
      keep: () => Promise.resolve(),
    },
  };
};
