import type { ClientBase } from 'pg';
import { erasedText } from '#contracts/personal.js';
import { beginningOfText } from '#rendering/beginning-of-text.js';
import type { SearchDocument } from './search-document.entity.js';
import { longestSearchedText, wordsOf } from './words-of.js';

/** Characters of HTML that are read of a text. */
export const longestSearchedHtml = 2 * longestSearchedText;

const iso = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const html = (column: string) => `left(${column}, ${longestSearchedHtml})`;

const sqlOfArticles = `
SELECT article_id AS "articleId", 0 AS "commentId", author_id AS "personId", ${iso('published_at')} AS at,
       ${iso('updated_at')} AS "changedAt",
       section_id AS "sectionId", title, description, concat(${html('body_html')}, ' ', ${html('remark_html')}) AS html
FROM article_page WHERE article_id = ANY($1::uuid[])`;

const sqlOfComments = `
SELECT article_id AS "articleId", state.comment_id::float8 AS "commentId", person_id AS "personId",
       ${iso('posted_at')} AS at, NULL AS "changedAt", NULL AS "sectionId", '' AS title, '' AS description, ${html('body_html')} AS html,
       held_because IS NOT NULL AS "isHeld"
FROM comment_state AS state JOIN comment_text AS text USING (comment_id, version)
WHERE state.comment_id = ANY($1::bigint[]) AND NOT deleted AND body <> '${erasedText}'`;

type Row = Omit<SearchDocument, 'body'> & { html: string };

const toDocument = ({ html: body, title, description, ...row }: Row): SearchDocument => ({
  ...row,
  title: wordsOf(title),
  description: wordsOf(description),
  body: wordsOfHtml(body),
});

/** The words of a rendered body. */
export const wordsOfHtml = (body: string): string =>
  wordsOf(beginningOfText(body.slice(0, longestSearchedHtml), longestSearchedText));

/** The documents of articles on the site, and of comments that nobody erased, shown or held. */
export async function loadSearchDocuments(
  client: ClientBase,
  articleIds: string[],
  commentIds: number[],
): Promise<SearchDocument[]> {
  const ofArticles = { name: 'load-documents-of-articles', text: sqlOfArticles, values: [articleIds] };
  const ofComments = { name: 'load-documents-of-comments', text: sqlOfComments, values: [commentIds] };
  const found = await Promise.all([
    articleIds.length > 0 ? client.query<Row>(ofArticles) : { rows: [] },
    commentIds.length > 0 ? client.query<Row>(ofComments) : { rows: [] },
  ]);
  return found.flatMap(({ rows }) => rows.map(toDocument));
}
