import type { CommentEvent } from '#contracts/events.js';
import type { Projection } from '#projection/projection.js';
import type { CommentTextRow } from '#read-models/comment-thread/comment-text.entity.js';
import { loadNewestTexts } from '#read-models/comment-thread/load-newest-texts.js';
import { saveCommentTexts } from '#read-models/comment-thread/save-comment-texts.js';
import type { BatchContext } from '../batch-context.js';
import { commentOf, isPosted } from './comment-of.js';
import { nextText, textOfComment } from './text-of-comment.js';

const changesText = new Set<string>([
  'CommentPosted',
  'CommentEdited',
  'CommentDeleted',
] satisfies CommentEvent['type'][]);

/**
 * The texts of comments, one row for each text, from the comments topic: of a comment those of a batch, behind the newest
 * before it. What is deleted gets an empty text as its last.
 */
export const commentText: Projection<CommentTextRow[], BatchContext> = {
  name: 'comment-text',
  rowIds: (event) => (changesText.has(event.type) ? commentOf(event) : []),
  begins: isPosted,
  load: loadNewestTexts,
  evolve: (texts, event, _id, context) => {
    if (event.type === 'CommentPosted') return [textOfComment(event, context)];
    const before = texts?.at(-1);
    if (!texts || !before || (event.type !== 'CommentEdited' && event.type !== 'CommentDeleted')) return undefined;
    return [...texts, nextText(before, event, context)];
  },
  save: (client, rows) => saveCommentTexts(client, rows.flat()),
};
