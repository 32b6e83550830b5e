import type { ClosesAfter } from '#contracts/articles/closing.js';
import type { ArticleEvent, FactOf } from '#contracts/events.js';
import { happened, type Given } from '#decider/given.js';
import { counted, requireFewClosingsSet, requireFewReopenings, type TimesADay } from './how-often.rules.js';

export type ClosingCommand = Given & { articleId: string } & (
    { type: 'CloseComments' | 'ReopenComments' } | { type: 'SetCommentsClosing'; afterDays: ClosesAfter | null }
  );

/** What an article says of its comments. Whether age has closed them depends on its section and the site too. */
export interface Closing {
  commentsClosed: boolean;
  /** Of its own; null: what its section says. */
  closesAfter: ClosesAfter | null;
  /** Undefined before the first. */
  reopened: TimesADay | undefined;
  closingSet: TimesADay | undefined;
}

export const newClosing = (commentsClosed: boolean): Closing => ({
  ...{ commentsClosed, closesAfter: null, reopened: undefined, closingSet: undefined },
});

type ClosingFact = FactOf<'CommentsClosed' | 'CommentsReopened' | 'CommentsClosingSet'>;

export function afterClosing(before: Closing, event: ClosingFact): Partial<Closing> {
  const { occurredAt } = event;
  switch (event.type) {
    case 'CommentsClosed':
      return { commentsClosed: true };
    case 'CommentsReopened':
      return { commentsClosed: false, closesAfter: 'never', reopened: counted(before.reopened, occurredAt) };
    case 'CommentsClosingSet':
      return { closesAfter: event.data.afterDays, closingSet: counted(before.closingSet, occurredAt) };
  }
}

/** Closing closed comments, reopening those that never close, or saying what is so, changes nothing. */
export function decideOnClosing(command: ClosingCommand, article: Closing): ArticleEvent[] {
  const { articleId, at } = command;
  switch (command.type) {
    case 'CloseComments':
      if (article.commentsClosed) return [];
      return [happened(command, 'CommentsClosed', { articleId, reason: 'editor' as const })];
    case 'ReopenComments':
      if (!article.commentsClosed && article.closesAfter === 'never') return [];
      requireFewReopenings(article.reopened, at);
      return [happened(command, 'CommentsReopened', { articleId })];
    case 'SetCommentsClosing': {
      const { afterDays } = command;
      if (afterDays === article.closesAfter) return [];
      requireFewClosingsSet(article.closingSet, at);
      return [happened(command, 'CommentsClosingSet', { articleId, afterDays })];
    }
  }
}
