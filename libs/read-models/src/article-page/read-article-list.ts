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
  source: { name: string; url?: string } | null;
  commentsClosed: boolean;
  commentCount: number;
}

/** Of `page`, joined with `comment_count` and `author`: neither may have arrived yet, for they are other topics'. */
export const listedArticleColumns = `
  page.article_id AS "articleId", page.slug, page.title, page.description, page.tag_list AS "tagList",
  page.published_at AS "createdAt", page.updated_at AS "updatedAt", coalesce(author.name, '') AS "authorName",
  page.source, page.comments_closed AS "commentsClosed", coalesce(comment_count.count, 0) AS "commentCount"`;

const sqlPage = `SELECT ${listedArticleColumns}
FROM (SELECT * FROM read_v1.article_page ORDER BY published_at DESC, article_id DESC LIMIT $1 OFFSET $2) AS page
LEFT JOIN read_v1.comment_count USING (article_id)
LEFT JOIN read_v1.commenter AS author ON author.person_id = page.author_id
ORDER BY page.published_at DESC, page.article_id DESC`;

const sqlTotal = `SELECT count(*)::int AS total FROM read_v1.article_page`;

/** A page of articles, newest first, and how many there are in all. */
export async function readArticleList(
  pool: Pool,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ articles: ListedArticle[]; articlesCount: number }> {
  const [page, total] = await Promise.all([
    pool.query<ListedArticle>({ name: 'read-article-list', text: sqlPage, values: [limit, offset] }),
    pool.query<{ total: number }>({ name: 'count-articles', text: sqlTotal }),
  ]);
  return { articles: page.rows, articlesCount: total.rows[0]?.total ?? 0 };
}
