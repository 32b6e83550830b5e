import type { readComment } from '#read-models/comment-thread/read-comment.js';
import type { Comment } from './comment.answers.js';
import { presentComment } from './present-comment.js';

type Row = NonNullable<Awaited<ReturnType<typeof readComment>>>;

/** A comment as its author has just written it: they are told until when they can change it. */
export const presentOwnComment = (row: Row): Comment => ({
  ...presentComment(row),
  ...(row.editableUntil > new Date() && { editableUntil: row.editableUntil.toISOString() }),
});
