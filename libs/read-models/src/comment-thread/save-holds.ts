import type { ClientBase } from 'pg';
import type { CommentThreadRow } from './comment-thread.entity.js';

/** What became of a comment whose row is stored already. */
export type Hold = Pick<CommentThreadRow, 'commentId' | 'heldBecause'>;

const sql = `
UPDATE read_v1.comment_thread AS comment SET held_because = hold.held_because
FROM unnest($1::bigint[], $2::text[]) AS hold (comment_id, held_because) WHERE comment.comment_id = hold.comment_id`;

/** Changes this of stored comments and nothing else: their texts may be scrubbed at the same moment. */
export async function saveHolds(client: ClientBase, holds: Hold[]): Promise<void> {
  const values = [holds.map(({ commentId }) => commentId), holds.map(({ heldBecause }) => heldBecause)];
  await client.query({ name: 'save-holds', text: sql, values });
}
