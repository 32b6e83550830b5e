import type { ClientBase } from 'pg';
import type { CommentStateRow } from './comment-state.entity.js';

const sql = `
UPDATE comment_state AS gone SET shown = now.answered
FROM (SELECT comment_id, EXISTS (SELECT FROM comment_state AS reply
                                 WHERE reply.parent_id = one.comment_id AND reply.shown AND NOT reply.deleted) AS answered
      FROM comment_state AS one WHERE one.comment_id = ANY($1::bigint[]) AND one.deleted) AS now
WHERE gone.comment_id = now.comment_id AND gone.shown <> now.answered`;

/**
 * A deleted comment stands in its thread while a comment that readers see answers it. To be called behind the change of
 * these comments: each of them, and what they answer. A comment and its replies are of one article, so of one partition:
 * the outcome does not depend on batches.
 */
export async function placeTombstones(
  client: ClientBase,
  rows: Pick<CommentStateRow, 'commentId' | 'parentId' | 'deleted'>[],
): Promise<void> {
  const ids = rows.flatMap(({ commentId, parentId, deleted }) => [
    ...(deleted ? [commentId] : []),
    ...(parentId === null ? [] : [parentId]),
  ]);
  if (ids.length > 0) await client.query({ name: 'place-tombstones', text: sql, values: [[...new Set(ids)]] });
}
