import type { Pool } from 'pg';
import { columnsInList, joinsOfArticle, type ListedArticle } from './article-columns.sql.js';
import { wantedArticles, type WantedArticles } from './wanted-articles.sql.js';

export interface ArticleList {
  articles: ListedArticle[];
  /** Of all pages. */
  articlesCount: number;
  hasMore: boolean;
}

/** A page: behind an article, or after the first `offset`. */
export interface PlaceInList {
  limit: number;
  offset?: number | undefined;
  after?: string | undefined;
}

// Skipped rows are counted in the index, and not looked up.
const sqlPage = ({ from, where }: { from: string; where: string }, isAfter: boolean) => `SELECT ${columnsInList}
FROM (SELECT article_id FROM ${from} WHERE ${where} ${
  isAfter
    ? `AND (published_at, article_id) < (SELECT published_at, article_id FROM article_page WHERE article_id = $2)
  ORDER BY published_at DESC, article_id DESC LIMIT $1`
    : 'ORDER BY published_at DESC, article_id DESC LIMIT $1 OFFSET $2'
}) AS place
JOIN article_page AS page USING (article_id)
${joinsOfArticle}
ORDER BY page.published_at DESC, page.article_id DESC`;

const sqlTotal = ({ from, where }: { from: string; where: string }) => `SELECT count(*)::int AS total,
  $1::uuid IS NULL OR EXISTS (SELECT FROM article_page WHERE article_id = $1) AS "isThere"
FROM ${from} WHERE ${where}`;

/**
 * A page of the articles that are wanted, newest first, and the number of all of them; each with a part of its
 * description, its tags and what its author says of themself. What somebody mutes is counted. Undefined if there is no article that `after` names.
 */
export async function readArticleList(
  pool: Pool,
  { limit, offset = 0, after }: PlaceInList,
  wanted: WantedArticles = {},
): Promise<ArticleList | undefined> {
  const ofPage = wantedArticles(wanted, 3);
  const ofTotal = wantedArticles({ ...wanted, notMutedBy: undefined }, 2);
  const [page, counted] = await Promise.all([
    pool.query<ListedArticle>({
      name: `read-articles${after === undefined ? '' : '-after'}${ofPage.name}`,
      text: sqlPage(ofPage, after !== undefined),
      values: [limit + 1, after ?? offset, ...ofPage.values],
    }),
    pool.query<{ total: number; isThere: boolean }>({
      name: `count-articles${ofTotal.name}`,
      text: sqlTotal(ofTotal),
      values: [after ?? null, ...ofTotal.values],
    }),
  ]);
  const { total: articlesCount = 0, isThere = false } = counted.rows[0] ?? {};
  const { rows } = page;
  return isThere ? { articles: rows.slice(0, limit), articlesCount, hasMore: rows.length > limit } : undefined;
}
