import type { CommentEvent } from '#contracts/events.js';
import { commentsClosedSentence } from '#contracts/comments/comment.commands.js';
import { Rejection, type Decider } from '#decider/decider.js';

/** What the comments service knows of the world when a comment is posted; the event is ready but for the decision. */
export interface PostCommand {
  type: 'PostComment';
  article: { commentsClosed: boolean } | undefined;
  /** The comment replied to, where one is named: undefined when there is none such. */
  parent: { articleId: string; shown: boolean } | undefined;
  event: CommentEvent;
}

export type Comment = { kind: 'unposted' } | { kind: 'shown'; articleId: string };

/** The rules of a comment. */
export const commentDecider: Decider<Comment, PostCommand, CommentEvent> = {
  initialState: { kind: 'unposted' },
  evolve: (_comment, event) => ({ kind: 'shown', articleId: event.data.articleId }),
  decide: ({ article, parent, event }, comment) => {
    if (comment.kind === 'shown') throw new Rejection('CommentPostedAlready', 'this comment is posted');
    if (!article) throw new Rejection('ArticleUnknown', 'there is no such article');
    if (article.commentsClosed) throw new Rejection('CommentsClosed', commentsClosedSentence);
    if (event.data.parentId !== null && (!parent?.shown || parent.articleId !== event.data.articleId)) {
      throw new Rejection('ParentNotShown', 'the comment replied to is not shown under this article');
    }
    return [event];
  },
};
