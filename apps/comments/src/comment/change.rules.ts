import type { BodyFormat } from '#contracts/body-format.js';
import { maxEditsOfComment } from '#contracts/comments/comment.commands.js';
import type { CommentEvent } from '#contracts/events.js';
import type { SanctionReason } from '#contracts/people/sanction.events.js';
import type { Sanctions } from '#contracts/people/standing.js';
import { happened, type Given } from '#decider/given.js';
import { forbidden, notFound } from '#decider/rejection.js';
import { decidedOn, type KnownRange } from './decided-on.js';
import { factsOf } from './facts.js';
import { heldBecause } from './held-because.js';

export interface PostedComment {
  kind: 'shown' | 'held' | 'deleted';
  commentId: number;
  articleId: string;
  authorId: string;
  format: BodyFormat;
  /** ISO 8601. */
  postedAt: string;
  /** How often its text was changed. */
  edits: number;
}

export type Comment = { kind: 'unposted' } | PostedComment;

export interface EditComment extends Given {
  type: 'EditComment';
  articleId: string;
  body: string;
  /** Undefined: it stays. */
  format?: BodyFormat | undefined;
  /** Whether whoever asks wrote the comment, or is the account that its guest has become. */
  isTheirs: boolean;
  /** Of whoever asks. */
  sanctions: Sanctions;
  version?: number | undefined;
  addressRanges: readonly KnownRange[];
  /** From posting. */
  editMinutes: number;
}

export interface DeleteComment extends Given {
  type: 'DeleteComment';
  articleId: string;
  isTheirs: boolean;
  /** Whether whoever asks may take away what others wrote. */
  isStaff: boolean;
  reason?: SanctionReason | undefined;
}

/** A comment that was neither deleted nor never there. @throws Rejection */
export function requireThere(comment: Comment): PostedComment {
  if (comment.kind === 'unposted') throw notFound('CommentUnknown', 'comment');
  if (comment.kind === 'deleted') throw notFound('CommentIsDeleted', 'comment');
  return comment;
}

/** Closing an article stops no edit: nothing is said anew, and what is wrong can still be put right. */
export function edit(command: EditComment, comment: PostedComment): CommentEvent {
  const { at, body, format = comment.format, sanctions, version, addressRanges } = command;
  requireOf(command, comment);
  if (!command.isTheirs) throw notTheirs();
  requireInTime(command, comment);
  const { commentId, articleId, authorId, kind, edits } = comment;
  // Otherwise a moderator would approve what they have not read.
  if (kind === 'held')
    throw forbidden('CommentIsHeld', 'A comment that waits for a moderator cannot be changed.', 'comment');
  if (edits >= maxEditsOfComment) {
    throw forbidden('EditedTooOften', `A comment can be changed ${maxEditsOfComment} times.`, 'comment');
  }
  const standing = { author: sanctions, addresses: addressRanges.map((range) => range.sanctions) };
  const held = heldBecause(standing, at);
  return happened(command, 'CommentEdited', {
    ...{ commentId, articleId, authorId, body, format, facts: factsOf(body) },
    ...(held && { heldBecause: held }),
    wasShown: true,
    decidedOn: decidedOn(version, addressRanges),
  });
}

/** Authors take back what they said at any time, whatever their standing; staff takes away what others said. */
export function remove(command: DeleteComment, comment: PostedComment): CommentEvent {
  requireOf(command, comment);
  const { isTheirs, isStaff, reason } = command;
  if (!isTheirs && !isStaff) throw notTheirs();
  const { commentId, articleId, authorId, kind } = comment;
  return happened(command, 'CommentDeleted', {
    ...{ commentId, articleId, authorId, by: isTheirs ? ('author' as const) : ('staff' as const) },
    ...(!isTheirs && reason !== undefined && { reason }),
    wasShown: kind === 'shown',
  });
}

function requireOf({ articleId }: { articleId: string }, comment: PostedComment): void {
  if (comment.articleId !== articleId) throw notFound('CommentUnknown', 'comment');
}

const notTheirs = () => forbidden('NotTheirComment', 'This comment is somebody else’s.', 'comment');

function requireInTime({ at, editMinutes }: EditComment, { postedAt }: PostedComment): void {
  if (editMinutes === 0) throw forbidden('NoEditing', 'Comments cannot be changed here.', 'comment');
  if (Date.parse(at) < Date.parse(postedAt) + editMinutes * 60_000) return;
  const minutes = editMinutes === 1 ? 'minute' : `${editMinutes} minutes`;
  throw forbidden('EditTimeIsOver', `A comment can be changed in the first ${minutes}. That time is over.`, 'comment');
}
