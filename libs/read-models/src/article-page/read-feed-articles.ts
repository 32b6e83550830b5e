import type { Pool } from 'pg';
import { columnsInList, joinsOfArticle, type ListedArticle } from './article-columns.sql.js';
import { wantedArticles, type WantedArticles } from './wanted-articles.sql.js';

/** Articles of a feed. */
export const maxArticlesInFeed = 50;

/** Bytes of HTML of all articles of a feed: those behind have no body there. */
export const maxBytesInFeed = 250_000;

export interface FeedArticle extends ListedArticle {
  /** As readers see it, in the house view where there is one. Null where it does not fit. */
  bodyHtml: string | null;
  remarkHtml: string | null;
}

// Sizes are known without reading the texts.
const sqlOf = ({ from, where }: { from: string; where: string }) => `SELECT ${columnsInList},
  CASE WHEN so_far <= ${maxBytesInFeed} THEN coalesce(page.house_html, page.body_html) END AS "bodyHtml",
  CASE WHEN so_far <= ${maxBytesInFeed} THEN page.remark_html END AS "remarkHtml"
FROM (SELECT article_id, sum(octet_length(coalesce(house_html, body_html)) + coalesce(octet_length(remark_html), 0))
        OVER (ORDER BY newest.published_at DESC, article_id DESC) AS so_far
      FROM (SELECT article_id, published_at FROM ${from} WHERE ${where}
            ORDER BY published_at DESC, article_id DESC LIMIT ${maxArticlesInFeed}) AS newest
      JOIN article_page USING (article_id)) AS measured
JOIN article_page AS page USING (article_id)
${joinsOfArticle}
ORDER BY page.published_at DESC, page.article_id DESC`;

/** The newest of the articles that are wanted, with their bodies as far as these fit. */
export async function readFeedArticles(pool: Pool, wanted: WantedArticles): Promise<FeedArticle[]> {
  const { name, values, ...place } = wantedArticles(wanted, 1);
  const query = { name: `read-feed-articles${name}`, text: sqlOf(place), values };
  return (await pool.query<FeedArticle>(query)).rows;
}
