import type { ClientBase } from 'pg';
import type { CommentThreadRow } from './comment-thread.entity.js';

/** What has changed of a comment whose row is stored already; what is left out stays. */
export type CommentChange = Pick<CommentThreadRow, 'commentId'> &
  Partial<Pick<CommentThreadRow, 'heldBecause' | 'body' | 'bodyHtml' | 'format'>>;

const sql = `
UPDATE read_v1.comment_thread AS comment
SET held_because = CASE WHEN change.what ? 'heldBecause' THEN change.what->>'heldBecause' ELSE comment.held_because END,
    body = coalesce(change.what->>'body', comment.body),
    body_html = coalesce(change.what->>'bodyHtml', comment.body_html),
    format = coalesce(change.what->>'format', comment.format)
FROM unnest($1::bigint[], $2::jsonb[]) AS change (comment_id, what) WHERE comment.comment_id = change.comment_id`;

/** Changes this of stored comments and nothing else: the rest may be scrubbed at the same moment. */
export async function saveCommentChanges(client: ClientBase, changes: CommentChange[]): Promise<void> {
  const values = [changes.map(({ commentId }) => commentId), changes.map((change) => JSON.stringify(change))];
  await client.query({ name: 'save-comment-changes', text: sql, values });
}
