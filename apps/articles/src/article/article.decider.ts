import type { PublishArticle as Wanted } from '#contracts/articles/article.commands.js';
import type { Provenance } from '#contracts/event-data.js';
import type { ArticleEvent, ArticleFact } from '#contracts/events.js';
import type { Decider } from '#decider/decider.js';
import { happened, type Given } from '#decider/given.js';
import { conflict, notFound, tooOftenToday } from '#decider/rejection.js';

export interface PublishArticle extends Given, Omit<Wanted, 'source'> {
  type: 'PublishArticle';
  articleId: string;
  /** The slug that was reserved for it. */
  slug: string;
  authorId: string;
  source?: { name: string; url?: string };
  /** Set for an import: whether comments are closed from the start, and where the article is from. */
  commentsClosed?: boolean;
  provenance?: Provenance;
}

export type ArticleCommand = PublishArticle | (Given & { type: 'CloseComments' | 'ReopenComments'; articleId: string });

export type Article =
  | { kind: 'unpublished' }
  | {
      kind: 'published';
      commentsClosed: boolean;
      /** The day (UTC) of the last reopening, counted from 1970, and how many it had; undefined before the first. */
      reopened: { day: number; times: number } | undefined;
    };

/**
 * How often an article's comments may be reopened in a day (UTC). Each decision reads the whole stream, and this bounds its
 * growth: twice as many events a day, and one. Closing is never refused.
 */
export const maxReopeningsADay = 5;

const dayMs = 24 * 60 * 60 * 1_000;
const dayOf = (at: string) => Math.floor(Date.parse(at) / dayMs);

/** The rules of an article. Closing closed comments, or reopening open ones, changes nothing. */
export const articleDecider: Decider<Article, ArticleCommand, ArticleEvent, ArticleFact> = {
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
      if (article.kind === 'published') throw conflict('ArticlePublishedAlready', 'this article is published');
      return [published(command)];
    }
    if (article.kind === 'unpublished') throw notFound('ArticleUnknown', 'article');
    const { articleId } = command;
    if (command.type === 'CloseComments') {
      if (article.commentsClosed) return [];
      return [happened(command, 'CommentsClosed', { articleId, reason: 'editor' as const })];
    }
    if (!article.commentsClosed) return [];
    requireFewReopenings(article.reopened, command.at);
    return [happened(command, 'CommentsReopened', { articleId })];
  },
};

function published({ type: _, ids, at, actor, commentsClosed = false, ...article }: PublishArticle): ArticleEvent {
  return happened({ ids, at, actor }, 'ArticlePublished', { ...article, commentsClosed });
}

function requireFewReopenings(reopened: { day: number; times: number } | undefined, at: string): void {
  if (reopened?.day !== dayOf(at) || reopened.times < maxReopeningsADay) return;
  const sentence = 'Comments of an article are reopened five times a day (UTC) at most.';
  throw tooOftenToday('ReopenedTooOften', sentence, at);
}
