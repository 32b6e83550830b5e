import type { OpenedOf } from '#contracts/events.js';
import { erased } from '#contracts/personal.js';
import type { CommentTextRow } from '#read-models/comment-thread/comment-text.entity.js';
import { deletedComment } from '#read-models/comment-thread/deleted-comment.js';
import { erasedComment } from '#read-models/comment-thread/erased-comment.js';
import { rendererVersion } from '#rendering/renderer-version.js';
import { shownBody, type BatchContext } from '../batch-context.js';

const first = { renderer: rendererVersion, editedAt: null, deletedBy: null };

/** The text and name of a comment; the placeholder if the person is erased. @throws NotRendered */
export function textOfComment(event: OpenedOf<'CommentPosted'>, context: BatchContext): CommentTextRow {
  const { version } = event;
  const { commentId, author, format } = event.data;
  const { name, website = null } = author;
  if (name === erased || website === erased) return { commentId, version, ...erasedComment, ...first };
  const { body, bodyHtml } = shownBody(context, event);
  return { commentId, version, name, website, format, body, bodyHtml, ...first };
}

type EditedText = Pick<CommentTextRow, 'body' | 'bodyHtml' | 'format'>;

/** What a comment says from an edit on, or of an erased person what stands for their text and name. @throws NotRendered */
export function textOfEdit(event: OpenedOf<'CommentEdited'>, context: BatchContext): EditedText {
  if (event.data.body === erased) return erasedComment;
  return { format: event.data.format, ...shownBody(context, event) };
}

/** The text that follows another. @throws NotRendered */
export function nextText(
  before: CommentTextRow,
  event: OpenedOf<'CommentEdited'> | OpenedOf<'CommentDeleted'>,
  context: BatchContext,
): CommentTextRow {
  const { version, occurredAt: editedAt } = event;
  if (event.type === 'CommentDeleted') {
    return { commentId: before.commentId, version, ...deletedComment, editedAt: null, deletedBy: event.data.by };
  }
  return { ...before, version, ...textOfEdit(event, context), editedAt, renderer: rendererVersion };
}
