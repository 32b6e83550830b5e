import type { ArticleEvent } from '#contracts/events.js';
import type { Actor } from '#contracts/event-data.js';
import { Rejection, type Decider } from '#decider/decider.js';

export type ArticleCommand =
  | { type: 'PublishArticle'; event: Extract<ArticleEvent, { type: 'ArticlePublished' }> }
  | { type: 'CloseComments' | 'ReopenComments'; eventId: string; articleId: string; at: string; actor: Actor };

export type Article = { kind: 'unpublished' } | { kind: 'published'; commentsClosed: boolean };

/** The rules of an article. Closing what is closed, or reopening what is open, changes nothing. */
export const articleDecider: Decider<Article, ArticleCommand, ArticleEvent> = {
  initialState: { kind: 'unpublished' },
  evolve: (_article, event) => {
    switch (event.type) {
      case 'ArticlePublished':
        return { kind: 'published', commentsClosed: event.data.commentsClosed };
      case 'CommentsClosed':
        return { kind: 'published', commentsClosed: true };
      case 'CommentsReopened':
        return { kind: 'published', commentsClosed: false };
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
    return [{ id, occurredAt, type: 'CommentsReopened', data: { articleId, actor } }];
  },
};
