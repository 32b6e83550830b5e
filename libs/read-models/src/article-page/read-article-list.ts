import type { Pool } from 'pg';

export interface ListedArticle {
  articleId: string;
  slug: string;
  title: string;
  description: string;
  tagList: string[];
  createdAt: Date;
  updatedAt: Date;
  authorName: string;
  /** Null while the author is not projected, and once they are erased. */
  authorId: string | null;
  source: { name: string; url?: string } | null;
  commentsClosed: boolean;
  commentCount: number;
}

/** Limits of what a list shows of an article; an imported one may have more. */
export const maxTagsInList = 50;
export const maxDescriptionInList = 2_000;

/**
 * Columns of `page` joined with `comment_count` and `author`. Those two come from other topics, so either row may be
 * missing yet.
 */
export const articleColumns = (description: string, tagList: string) => `
  page.article_id AS "articleId", page.slug, page.title, ${description} AS description, ${tagList} AS "tagList",
  page.published_at AS "createdAt", page.updated_at AS "updatedAt", coalesce(author.name, '') AS "authorName",
  CASE WHEN author.kind <> 'erased' THEN author.person_id END AS "authorId",
  page.source, page.comments_closed AS "commentsClosed", coalesce(comment_count.count, 0) AS "commentCount"`;

const columnsInList = articleColumns(
  `left(page.description, ${maxDescriptionInList})`,
  `CASE WHEN jsonb_array_length(page.tag_list) <= ${maxTagsInList} THEN page.tag_list
    ELSE jsonb_path_query_array(page.tag_list, '$[0 to ${maxTagsInList - 1}]') END`,
);

/** The statement of a list. @param places a statement: the ids of the articles */
export const sqlOfList = (places: string) => `SELECT ${columnsInList}
FROM (${places}) AS place
JOIN article_page AS page USING (article_id)
LEFT JOIN comment_count USING (article_id)
LEFT JOIN commenter AS author ON author.person_id = page.author_id
ORDER BY page.published_at DESC, page.article_id DESC`;

// Skipped rows are counted in the index, and not looked up.
const sqlPage = sqlOfList(
  'SELECT article_id FROM article_page ORDER BY published_at DESC, article_id DESC LIMIT $1 OFFSET $2',
);

const sqlTotal = `SELECT count(*)::int AS total FROM article_page`;

export interface ArticleList {
  articles: ListedArticle[];
  /** Of all pages. */
  articlesCount: number;
  hasMore: boolean;
}

/** @param rows of the page, and one more if there is one. */
export const pageOf = (rows: ListedArticle[], limit: number, articlesCount: number): ArticleList => ({
  articles: rows.slice(0, limit),
  articlesCount,
  hasMore: rows.length > limit,
});

/**
 * A page of articles, newest first, and the number of all articles; each with up to {@link maxDescriptionInList}
 * characters of its description and {@link maxTagsInList} tags.
 */
export async function readArticleList(
  pool: Pool,
  { limit, offset }: { limit: number; offset: number },
): Promise<ArticleList> {
  const [page, total] = await Promise.all([
    pool.query<ListedArticle>({ name: 'read-article-list', text: sqlPage, values: [limit + 1, offset] }),
    pool.query<{ total: number }>({ name: 'count-articles', text: sqlTotal }),
  ]);
  return pageOf(page.rows, limit, total.rows[0]?.total ?? 0);
}
