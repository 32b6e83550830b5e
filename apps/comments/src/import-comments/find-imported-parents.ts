import type { ClientBase } from 'pg';

export interface ExternalComment {
  source: string;
  articleId: string;
  externalId: string;
}

export const nameOf = ({ source, articleId, externalId }: ExternalComment) =>
  JSON.stringify([source, articleId, externalId]);

const sql = `
SELECT source, article_id AS "articleId", external_id AS "externalId", min(comment_id) AS "commentId"
FROM imported_comments
WHERE (source, article_id, external_id) IN (SELECT * FROM unnest($1::text[], $2::uuid[], $3::text[]))
GROUP BY source, article_id, external_id`;

/** Comment numbers of an archive's ids, by {@link nameOf}; the first if an id belongs to several comments. */
export async function findImportedParents(client: ClientBase, wanted: ExternalComment[]): Promise<Map<string, number>> {
  if (wanted.length === 0) return new Map();
  const { rows } = await client.query<ExternalComment & { commentId: string }>(sql, [
    wanted.map(({ source }) => source),
    wanted.map(({ articleId }) => articleId),
    wanted.map(({ externalId }) => externalId),
  ]);
  return new Map(rows.map((row) => [nameOf(row), Number(row.commentId)]));
}
