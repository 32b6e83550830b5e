/**
 * The text of each state of a page, looked up by its key: `FROM … AS page ${textsOf('page')}`. A plain join may be
 * planned as a merge join, which reads all texts before the page.
 */
export const textsOf = (page: string) => `CROSS JOIN LATERAL (
  SELECT name, website, body, body_html, format, edited_at, deleted_by FROM comment_text AS written
  WHERE written.comment_id = ${page}.comment_id AND written.version = ${page}.version LIMIT 1) AS text`;

/** The same, with the last text that a person wrote: of a deleted comment it is not shown to readers. */
export const writtenTextsOf = (page: string) => `CROSS JOIN LATERAL (
  SELECT name, website, body, format FROM comment_text AS written
  WHERE written.comment_id = ${page}.comment_id AND deleted_by IS NULL ORDER BY written.version DESC LIMIT 1) AS text`;

/** Each comment with its newest text, as a table: `FROM ${currentComments} AS comment`. */
export const currentComments = '(comment_state JOIN comment_text USING (comment_id, version))';
