import type { Pool } from 'pg';
import { pageOf, sqlOfList, type ArticleList, type ListedArticle } from './read-article-list.js';

const sqlPage = sqlOfList(`SELECT article_id FROM article_page
  WHERE (published_at, article_id) < (SELECT published_at, article_id FROM article_page WHERE article_id = $2)
  ORDER BY published_at DESC, article_id DESC LIMIT $1`);

const sqlTotal = `SELECT count(*)::int AS total, coalesce(bool_or(article_id = $1::uuid), false) AS "isThere" FROM article_page`;

/** The articles behind one in the list, as `readArticleList` gives them. Undefined if there is no such article. */
export async function readArticlesAfter(
  pool: Pool,
  { limit, after }: { limit: number; after: string },
): Promise<ArticleList | undefined> {
  const [page, counted] = await Promise.all([
    pool.query<ListedArticle>({ name: 'read-articles-after', text: sqlPage, values: [limit + 1, after] }),
    pool.query<{ total: number; isThere: boolean }>({
      name: 'count-articles-and-one',
      text: sqlTotal,
      values: [after],
    }),
  ]);
  const [row] = counted.rows;
  return row?.isThere === true ? pageOf(page.rows, limit, row.total) : undefined;
}
