import type { ClientBase } from 'pg';

const sql = `
SELECT FROM scheduled_articles WHERE article_id = $1 AND publish_at <= now() FOR UPDATE SKIP LOCKED`;

/** Locks a draft that is due; false if another replica has it, or it is not due any more. */
export async function lockDueDraft(client: ClientBase, articleId: string): Promise<boolean> {
  const { rowCount } = await client.query({ name: 'lock-due-draft', text: sql, values: [articleId] });
  return rowCount === 1;
}
