import type { Queryable } from '#postgres/shared-connection.js';

const sql = `UPDATE scheduled_articles SET tried_at = now() WHERE article_id = $1`;

/** Notes that a draft could not be published, so that the others come before it. */
export async function noteTry(connection: Queryable, articleId: string): Promise<void> {
  await connection.query({ name: 'note-try', text: sql, values: [articleId] });
}
