import type { ClientBase } from 'pg';
import type { DraftRow } from './draft.entity.js';

const iso = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const sql = `
SELECT article_id AS "articleId", author_id AS "authorId", status, content, ${iso('publish_at')} AS "publishAt", note, reason,
       ${iso('created_at')} AS "createdAt", ${iso('updated_at')} AS "updatedAt"
FROM draft WHERE article_id = ANY($1::uuid[])`;

/** The existing rows of these ids, by id. */
export async function loadDrafts(client: ClientBase, ids: string[]): Promise<Map<string, DraftRow>> {
  const { rows } = await client.query<DraftRow>({ name: 'load-drafts', text: sql, values: [ids] });
  return new Map(rows.map((row) => [row.articleId, row]));
}
