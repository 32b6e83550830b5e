import type { VisitEvent, VisitFact } from '#contracts/events.js';
import type { Decider } from '#decider/decider.js';
import { happened, type Given } from '#decider/given.js';
import { notFound } from '#decider/rejection.js';

export type VisitThread = Given & {
  type: 'VisitThread';
  articleId: string;
  personId: string;
  /** ISO 8601 in UTC, to the millisecond. */
  upTo: string;
  articleIsKnown: boolean;
};

/** Up to when everything has been seen; undefined before the first visit. */
export interface Visit {
  upTo: string | undefined;
}

/** The rules of a visit. Nobody has seen what is not shown yet, and nothing seen becomes unseen again. */
export const visitDecider: Decider<Visit, VisitThread, VisitEvent, VisitFact> = {
  initialState: { upTo: undefined },
  evolve: (_visit, { data: { upTo } }) => ({ upTo }),
  decide: (command, visit) => {
    const { articleId, personId, articleIsKnown, at } = command;
    if (!articleIsKnown) throw notFound('ArticleUnknown', 'article');
    const upTo = command.upTo < at ? command.upTo : at;
    if (visit.upTo !== undefined && upTo <= visit.upTo) return [];
    return [happened(command, 'ThreadVisited', { articleId, personId, upTo })];
  },
};
