import type { CommentEvent } from '#contracts/events.js';
import { commentsClosedSentence } from '#contracts/comments/comment.commands.js';
import { Rejection, type Decider } from '#decider/decider.js';

type EventOf<Type extends CommentEvent['type']> = Extract<CommentEvent, { type: Type }>;

/** What the comments service knows of the world when a comment is posted; the event is ready but for the decision. */
export interface PostCommand {
  type: 'PostComment';
  article: { commentsClosed: boolean } | undefined;
  /** The comment replied to, where one is named: undefined when there is none such. */
  parent: { articleId: string; shown: boolean } | undefined;
  event: EventOf<'CommentPosted'>;
}

export type CommentCommand = PostCommand | { type: 'ApproveComment'; event: EventOf<'CommentApproved'> };

export type Comment = { kind: 'unposted' } | { kind: 'shown' | 'held'; articleId: string };

/** The rules of a comment. Approving what is shown changes nothing. */
export const commentDecider: Decider<Comment, CommentCommand, CommentEvent> = {
  initialState: { kind: 'unposted' },
  evolve: (_comment, { type, data }) => {
    const isHeld = type === 'CommentPosted' && data.heldBecause !== undefined;
    return { kind: isHeld ? 'held' : 'shown', articleId: data.articleId };
  },
  decide: (command, comment) => {
    if (command.type === 'PostComment') return post(command, comment);
    if (comment.kind === 'unposted') throw new Rejection('CommentUnknown', 'there is no such comment');
    return comment.kind === 'held' ? [command.event] : [];
  },
};

function post({ article, parent, event }: PostCommand, comment: Comment): CommentEvent[] {
  if (comment.kind !== 'unposted') throw new Rejection('CommentPostedAlready', 'this comment is posted');
  if (!article) throw new Rejection('ArticleUnknown', 'there is no such article');
  if (article.commentsClosed) throw new Rejection('CommentsClosed', commentsClosedSentence);
  if (event.data.parentId !== null && (!parent?.shown || parent.articleId !== event.data.articleId)) {
    throw new Rejection('ParentNotShown', 'the comment replied to is not shown under this article');
  }
  return [event];
}
