import { isOver, type Closing } from '#contracts/articles/closing.js';
import type { Provenance } from '#contracts/event-data.js';
import type { CommentEvent, CommentFact } from '#contracts/events.js';
import type { BodyFormat } from '#contracts/body-format.js';
import type { HeldBecause } from '#contracts/comments/comment.events.js';
import { commentsClosedSentence } from '#contracts/comments/comment.commands.js';
import { exclusionAt, exclusionSentence, type Sanctions } from '#contracts/people/standing.js';
import { isQuiet, quietSentence, type QuietTime } from '#contracts/site/quiet-time.js';
import type { Decider } from '#decider/decider.js';
import { happened, type Given } from '#decider/given.js';
import { conflict, forbidden, invalid, notFound, personErased, tryAgain } from '#decider/rejection.js';
import { edit, remove, requireThere, type Comment, type DeleteComment, type EditComment } from './change.rules.js';
import { decidedOn, type KnownRange } from './decided-on.js';
import { factsOf } from './facts.js';
import { heldBecause } from './held-because.js';

export type { Comment } from './change.rules.js';

/** The content of a new comment, in clear. */
interface Written {
  commentId: number;
  articleId: string;
  parentId: number | null;
  body: string;
  format: BodyFormat;
}

/** The author of a comment, under their present name; `version` of their stream if it is known. */
export interface Author {
  personId: string;
  kind: 'guest' | 'account';
  name: string;
  website?: string;
  sanctions: Sanctions;
  version?: number;
}

export interface PostComment extends Given, Written {
  type: 'PostComment';
  article: { commentsClosed: boolean; closing: Closing } | undefined;
  /** When nobody but the staff posts; undefined: there is no such time. */
  quiet: QuietTime | undefined;
  isStaff: boolean;
  /** The comment replied to; undefined if the command names none, or there is none such. */
  parent: { articleId: string; shown: boolean } | undefined;
  /** Undefined if nothing of the person has arrived yet. */
  author: Author | 'erased' | undefined;
  /** The ranges that contain the address it comes from. */
  addressRanges: KnownRange[];
  /**
   * The address, and the month under whose key it is sealed too; undefined if the address is unknown or that key is
   * destroyed.
   */
  from?: { address: string; month: string } | undefined;
}

/** A comment of an archive. Closing, sanctions and the parent's present state do not count, because the comment is older. */
export interface ImportComment extends Given, Written {
  type: 'ImportComment';
  articleIsKnown: boolean;
  author: (Pick<Author, 'personId' | 'kind' | 'name' | 'website'> & { address?: string }) | 'erased';
  provenance: Provenance;
}

export type CommentCommand =
  PostComment | ImportComment | EditComment | DeleteComment | (Given & { type: 'ApproveComment' });

/** The rules of a comment. Approving a shown comment changes nothing. */
export const commentDecider: Decider<Comment, CommentCommand, CommentEvent, CommentFact> = {
  initialState: { kind: 'unposted' },
  evolve: (comment, event) => {
    switch (event.type) {
      case 'CommentPosted': {
        const { commentId, articleId, author, format, heldBecause: because } = event.data;
        const written = { commentId, articleId, authorId: author.personId, format };
        return { kind: kindOf(because), ...written, postedAt: event.occurredAt, edits: 0 };
      }
      case 'CommentApproved':
        return comment.kind === 'held' ? { ...comment, kind: 'shown' } : comment;
      case 'CommentEdited': {
        const { format, heldBecause: because } = event.data;
        return comment.kind === 'unposted'
          ? comment
          : { ...comment, kind: kindOf(because), format, edits: comment.edits + 1 };
      }
      case 'CommentDeleted':
        return comment.kind === 'unposted' ? comment : { ...comment, kind: 'deleted' };
    }
  },
  decide: (command, comment) => {
    switch (command.type) {
      case 'PostComment':
        requireUnposted(comment);
        return [post(command)];
      case 'ImportComment':
        requireUnposted(comment);
        return [bringIn(command)];
      case 'ApproveComment': {
        const { kind, commentId, articleId } = requireThere(comment);
        return kind === 'held' ? [happened(command, 'CommentApproved', { commentId, articleId })] : [];
      }
      case 'EditComment':
        return [edit(command, requireThere(comment))];
      case 'DeleteComment':
        return [remove(command, requireThere(comment))];
    }
  },
};

const kindOf = (because: HeldBecause | undefined) => (because === undefined ? 'shown' : 'held');

function requireUnposted(comment: Comment): void {
  if (comment.kind !== 'unposted') throw conflict('CommentPostedAlready', 'this comment is posted');
}

function post(command: PostComment): CommentEvent {
  const { author, addressRanges, from, at } = command;
  for (const { sanctions } of addressRanges) {
    const exclusion = exclusionAt(sanctions, at);
    if (exclusion) throw forbidden('AddressIsExcluded', exclusionSentence('Your address is', exclusion));
  }
  if (author === 'erased') throw personErased();
  if (!author) throw tryAgain('PersonUnknown', 'This person is not known here yet.');
  requirePlace(command);
  const { version, sanctions, ...shown } = author;
  const because = heldBecause({ author: sanctions, addresses: addressRanges.map((range) => range.sanctions) }, at);
  return happened(command, 'CommentPosted', {
    ...written(command),
    author: shown,
    ...(because && { heldBecause: because }),
    ...(from && { postedFrom: from }),
    decidedOn: decidedOn(version, addressRanges),
  });
}

function requirePlace({ article, quiet, isStaff, articleId, parentId, parent, at }: PostComment): void {
  if (!article) throw notFound('ArticleUnknown', 'article');
  if (article.commentsClosed) throw forbidden('CommentsClosed', commentsClosedSentence);
  if (isOver(article.closing, at)) throw forbidden('CommentsClosed', commentsClosedSentence);
  if (quiet && !isStaff && isQuiet(quiet, at)) throw forbidden('QuietTime', quietSentence(quiet));
  if (parentId !== null && (!parent?.shown || parent.articleId !== articleId)) {
    throw invalid('ParentNotShown', { parentId: 'is not shown under this article' });
  }
}

function bringIn(command: ImportComment): CommentEvent {
  const { author, articleIsKnown, provenance } = command;
  if (!articleIsKnown) throw notFound('ArticleUnknown', 'article');
  if (author === 'erased') throw personErased();
  return happened(command, 'CommentPosted', { ...written(command), author, provenance });
}

const written = ({ commentId, articleId, parentId, body, format }: Written) => ({
  ...{ commentId, articleId, parentId, body, format },
  facts: factsOf(body),
});
