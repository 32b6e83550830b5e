import type { ArticleEvent } from '#contracts/events.js';
import type { Actor } from '#contracts/event-data.js';
import { Rejection, type Decider } from '#decider/decider.js';

export type ArticleCommand =
  | { type: 'PublishArticle'; event: Extract<ArticleEvent, { type: 'ArticlePublished' }> }
  | { type: 'CloseComments' | 'ReopenComments'; eventId: string; articleId: string; at: string; actor: Actor };

export type Article =
  | { kind: 'unpublished' }
  | {
      kind: 'published';
      commentsClosed: boolean;
      /** The day (UTC) of the last reopening, counted from 1970, and how many it had; undefined before the first. */
      reopened: { day: number; times: number } | undefined;
    };

/**
 * How often the comments of an article are reopened in a day (UTC): its stream, which is read for each decision, grows by
 * twice as many events a day and one. Closing is never refused.
 */
export const mostReopeningsADay = 5;

const dayMs = 24 * 60 * 60 * 1_000;
const dayOf = (at: string) => Math.floor(Date.parse(at) / dayMs);

/** The rules of an article. Closing what is closed, or reopening what is open, changes nothing. */
export const articleDecider: Decider<Article, ArticleCommand, ArticleEvent> = {
  initialState: { kind: 'unpublished' },
  evolve: (article, event) => {
    const reopened = article.kind === 'published' ? article.reopened : undefined;
    switch (event.type) {
      case 'ArticlePublished':
        return { kind: 'published', commentsClosed: event.data.commentsClosed, reopened };
      case 'CommentsClosed':
        return { kind: 'published', commentsClosed: true, reopened };
      case 'CommentsReopened': {
        const day = dayOf(event.occurredAt);
        const times = day === reopened?.day ? reopened.times + 1 : 1;
        return { kind: 'published', commentsClosed: false, reopened: { day, times } };
      }
    }
  },
  decide: (command, article) => {
    if (command.type === 'PublishArticle') {
      if (article.kind === 'published') throw new Rejection('ArticlePublishedAlready', 'this article is published');
      return [command.event];
    }
    if (article.kind === 'unpublished') throw new Rejection('ArticleUnknown', 'there is no such article');
    const { eventId: id, at: occurredAt, articleId, actor } = command;
    if (command.type === 'CloseComments') {
      if (article.commentsClosed) return [];
      return [{ id, occurredAt, type: 'CommentsClosed', data: { articleId, reason: 'editor', actor } }];
    }
    if (!article.commentsClosed) return [];
    const { reopened } = article;
    if (reopened?.day === dayOf(occurredAt) && reopened.times >= mostReopeningsADay) {
      throw new Rejection('ReopenedTooOften', `comments of an article are reopened ${mostReopeningsADay} times a day`);
    }
    return [{ id, occurredAt, type: 'CommentsReopened', data: { articleId, actor } }];
  },
};
