import { closesAt, type Closing, isOver } from '#contracts/articles/closing.js';
import { closingColumns, closingOf, type ClosingColumns } from '#read-models/article-page/closing-columns.sql.js';
import { sourceKey } from '#read-models/article-page/source-key.sql.js';

export interface ListedRow extends ClosingColumns {
  article_id: string;
  slug: string;
  title: string;
  description: string;
  tag_list: string[];
  published_at: Date;
  updated_at: Date;
  source: { name: string; url?: string } | null;
  source_key: string | null;
  section_id: string | null;
  section_slug: string;
  section_name: string;
  comments_closed: boolean;
  author_id: string | null;
  author_name: string;
  comment_count: number;
  favorites_count: number;
  house_version: number | null;
  house_title: string;
  house_description: string;
}

export interface ArticleRow extends ListedRow {
  body: string;
  body_html: string;
  format: string;
  remark: string | null;
  remark_html: string | null;
  house_html: string;
  version: number;
}

const columns = `page.article_id, page.slug, title, page.description, tag_list, published_at, updated_at, source,
       ${sourceKey('source')} AS source_key, section.section_id, section.slug AS section_slug,
       section.name AS section_name, comments_closed, ${closingColumns}, author.person_id AS author_id,
       coalesce(author.name, '') AS author_name, coalesce(comment_count.count, 0) AS comment_count,
       (SELECT count(*)::int FROM favorite WHERE favorite.article_id = page.article_id) AS favorites_count,
       house_version, house_title, house_description`;
const joins = `LEFT JOIN comment_count USING (article_id) LEFT JOIN section USING (section_id)
LEFT JOIN commenter AS author ON author.person_id = page.author_id`;

export const frontPageSql = {
  page: `SELECT ${columns} FROM article_page AS page ${joins} ORDER BY published_at DESC, page.article_id DESC LIMIT $1`,
  total: `SELECT count(*)::int AS total FROM article_page`,
};

export const articleSql = `SELECT ${columns}, body, body_html, format, remark, remark_html, house_html,
  (SELECT version FROM stream_progress WHERE stream = 'article-' || page.article_id) AS version
FROM article_page AS page ${joins} WHERE page.slug = $1`;

const closing = (row: ListedRow): Closing => closingOf(row, row.published_at);

const houseOf = (row: ListedRow) =>
  row.house_version === null
    ? null
    : { version: row.house_version, title: row.house_title, description: row.house_description };

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
  favoritesCount: row.favorites_count,
  author: { id: row.author_id, username: row.author_name, bio: null, image: null, following: false },
  source: row.source,
  sourceKey: row.source_key,
  section: row.section_id && { id: row.section_id, slug: row.section_slug, name: row.section_name },
  commentsClosed: row.comments_closed || isOver(closing(row), new Date().toISOString()),
  commentCount: row.comment_count,
  house: houseOf(row),
});

/** A row as the article route answers it. */
export const rowToArticle = (row: ArticleRow) => ({
  ...rowToListed(row),
  body: row.body,
  bodyHtml: row.body_html,
  format: row.format,
  remark: row.remark,
  remarkHtml: row.remark_html,
  comments: {
    closed: row.comments_closed || isOver(closing(row), new Date().toISOString()),
    closesAt: row.comments_closed ? null : closesAt(closing(row)),
    closesAfterDays: row.ownClosing?.afterDays ?? null,
  },
  house: row.house_version === null ? null : { ...houseOf(row), bodyHtml: row.house_html },
  version: row.version,
});
