import type { OpenedOf } from '#contracts/events.js';
import { erased } from '#contracts/personal.js';
import type { CommentTextRow } from '#read-models/comment-thread/comment-text.entity.js';
import { erasedComment } from '#read-models/comment-thread/erased-comment.js';
import { rendererVersion } from '#rendering/renderer-version.js';
import { shownBody, type BatchContext } from '../batch-context.js';

/** The text and name of a comment; the placeholder if the person is erased. @throws NotRendered */
export function textOfComment(event: OpenedOf<'CommentPosted'>, context: BatchContext): CommentTextRow {
  const { version } = event;
  const { commentId, author, format } = event.data;
  const { name, website = null } = author;
  if (name === erased || website === erased) return { commentId, version, ...erasedComment, renderer: rendererVersion };
  const { body, bodyHtml } = shownBody(context, event);
  return { commentId, version, name, website, format, body, bodyHtml, renderer: rendererVersion };
}
