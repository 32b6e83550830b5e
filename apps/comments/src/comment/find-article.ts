import type { ClientBase } from 'pg';

const sql = `SELECT comments_closed AS "commentsClosed" FROM listening.known_article WHERE article_id = $1`;

/** What we have heard of an article; undefined when nothing. */
export async function findArticle(client: ClientBase, articleId: string) {
  const { rows } = await client.query<{ commentsClosed: boolean }>({
    name: 'find-article',
    text: sql,
    values: [articleId],
  });
  return rows[0];
}
