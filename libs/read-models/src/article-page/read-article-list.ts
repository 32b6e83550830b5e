import type { Pool } from 'pg';
import { answerVersionSql } from '../shown/answer-version.sql.js';
import { columnsInList, joinsOfArticle, type ListedArticle } from './article-columns.sql.js';
import { ArticleTotals } from './article-totals.js';
import { wantedArticles, type WantedArticles } from './wanted-articles.sql.js';

/** Articles of a page of a list. */
export const maxArticlesInList = 100;

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

// Skipped rows are counted in the index, and not looked up. Without a parameter in the inner limit, and with an offset only
// where some are skipped, Postgres knows that a page is short whatever its parameters: it then plans once for all requests,
// which otherwise takes as long as the page.
const sqlPage = ({ from, where }: { from: string; where: string }, place: 'first' | 'offset' | 'after') => `
SELECT ${columnsInList}
FROM (
  SELECT article_id FROM (
    SELECT article_id, published_at FROM ${from} WHERE ${where} ${place === 'after' ? `AND ${isBehind}` : ''}
    ORDER BY published_at DESC, article_id DESC LIMIT ${maxArticlesInList + 1} ${place === 'offset' ? 'OFFSET $2' : ''}
  ) AS newest ORDER BY published_at DESC, article_id DESC LIMIT $1
) AS place
JOIN article_page AS page USING (article_id)
${joinsOfArticle}
ORDER BY page.published_at DESC, page.article_id DESC`;

const isBehind = `(published_at, article_id) < (SELECT published_at, article_id FROM article_page WHERE article_id = $2)`;

const sqlTotal = ({ from, where }: { from: string; where: string }) =>
  `SELECT count(*)::int AS total FROM ${from} WHERE ${where}`;

// The version is read before what is counted for it.
const sqlBegin = `SELECT ${answerVersionSql('lists')} AS version,
  $1::uuid IS NULL OR EXISTS (SELECT FROM article_page WHERE article_id = $1) AS "isThere"`;

async function readTotal(pool: Pool, wanted: WantedArticles): Promise<number> {
  const { name, values, ...list } = wantedArticles(wanted, 1);
  const query = { name: `count-articles${name}`, text: sqlTotal(list), values };
  return (await pool.query<{ total: number }>(query)).rows[0]?.total ?? 0;
}

/**
 * A page of the articles that are wanted, newest first, and the number of all of them; each with a part of its
 * description, its tags and what its author says of themself. What somebody mutes is counted. Undefined if there is no article
 * that `after` names.
 */
export async function readArticleList(
  pool: Pool,
  { limit, offset = 0, after }: PlaceInList,
  wanted: WantedArticles = {},
  totals = new ArticleTotals(),
): Promise<ArticleList | undefined> {
  const place = after !== undefined ? 'after' : offset > 0 ? 'offset' : 'first';
  const at = { first: [], offset: [offset], after: [after] }[place];
  const ofPage = wantedArticles(wanted, 2 + at.length);
  const counted = { ...wanted, notMutedBy: undefined };
  const [{ rows }, begun] = await Promise.all([
    pool.query<ListedArticle>({
      name: `read-articles-${place}${ofPage.name}`,
      text: sqlPage(ofPage, place),
      values: [limit + 1, ...at, ...ofPage.values],
    }),
    pool.query<{ version: string; isThere: boolean }>({
      ...{ name: 'begin-articles', text: sqlBegin, values: [after ?? null] },
    }),
  ]);
  const { version = '', isThere = false } = begun.rows[0] ?? {};
  if (!isThere) return undefined;
  // Whom somebody follows has no version.
  const keptUnder = wanted.followedBy === undefined ? version : '';
  const articlesCount = await totals.of(JSON.stringify(counted), keptUnder, () => readTotal(pool, counted));
  return { articles: rows.slice(0, limit), articlesCount, hasMore: rows.length > limit };
}
