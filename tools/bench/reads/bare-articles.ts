export interface ListedRow {
  article_id: string;
  slug: string;
  title: string;
  description: string;
  tag_list: string[];
  published_at: Date;
  updated_at: Date;
  source: { name: string; url?: string } | null;
  comments_closed: boolean;
  author_name: string;
  comment_count: number;
}

export interface ArticleRow extends ListedRow {
  body: string;
  body_html: string;
}

const columns = `article_id, slug, title, description, tag_list, published_at, updated_at, source, comments_closed,
       coalesce(author.name, '') AS author_name, coalesce(comment_count.count, 0) AS comment_count`;
const joins = `LEFT JOIN comment_count USING (article_id)
LEFT JOIN commenter AS author ON author.person_id = page.author_id`;

export const frontPageSql = {
  page: `SELECT ${columns} FROM article_page AS page ${joins} ORDER BY published_at DESC, article_id DESC LIMIT $1`,
  total: `SELECT count(*)::int AS total FROM article_page`,
};

export const articleSql = `SELECT ${columns}, body, body_html FROM article_page AS page ${joins} WHERE slug = $1`;

/** A row as the list of articles answers it. */
export const rowToListed = (row: ListedRow) => ({
  id: row.article_id,
  slug: row.slug,
  title: row.title,
  description: row.description,
  tagList: row.tag_list,
  createdAt: row.published_at,
  updatedAt: row.updated_at,
  favorited: false,
  favoritesCount: 0,
  author: { username: row.author_name, bio: null, image: null, following: false },
  source: row.source,
  commentsClosed: row.comments_closed,
  commentCount: row.comment_count,
});

/** A row as the article route answers it. */
export const rowToArticle = (row: ArticleRow) => ({ ...rowToListed(row), body: row.body, bodyHtml: row.body_html });
