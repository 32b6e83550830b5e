import type { Projection } from '#projection/projection.js';
import { saveThreadVisits } from '#read-models/thread-visit/save-thread-visits.js';
import type { ThreadVisitRow } from '#read-models/thread-visit/thread-visit.entity.js';

/** What accounts have seen of each thread, from the comments topic. */
export const threadVisit: Projection<ThreadVisitRow> = {
  name: 'thread-visit',
  rowIds: (event) => (event.type === 'ThreadVisited' ? [event.stream] : []),
  evolve: (_row, event) => {
    if (event.type !== 'ThreadVisited') return undefined;
    const { articleId, personId, upTo } = event.data;
    return { articleId, personId, upTo };
  },
  save: saveThreadVisits,
};
