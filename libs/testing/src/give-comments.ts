import type { ClientBase } from 'pg';
import type { CommentStateRow } from '#read-models/comment-thread/comment-state.entity.js';
import type { CommentTextRow } from '#read-models/comment-thread/comment-text.entity.js';
import { bytesOfText } from '#read-models/comment-thread/bytes-of-text.js';
import { saveCommentStates } from '#read-models/comment-thread/save-comment-states.js';
import { saveCommentTexts } from '#read-models/comment-thread/save-comment-texts.js';

export type GivenComment = Omit<
  CommentStateRow & CommentTextRow,
  'version' | 'shown' | 'shownSince' | 'bytes' | 'deleted'
>;

/** Stores comments as the projector would, of one text each, shown since they were posted; an existing one is replaced. */
export async function giveComments(client: ClientBase, comments: GivenComment[]): Promise<void> {
  const rows = comments.map((comment) => ({
    ...comment,
    version: 1,
    deleted: false,
    bytes: bytesOfText(comment),
    shown: comment.heldBecause === null,
    shownSince: comment.heldBecause === null ? comment.postedAt : null,
  }));
  const ids = rows.map(({ commentId }) => commentId);
  for (const table of ['comment_text', 'comment_state']) {
    await client.query(`DELETE FROM ${table} WHERE comment_id = ANY($1::bigint[])`, [ids]);
  }
  await saveCommentStates(client, rows);
  await saveCommentTexts(client, rows);
}
