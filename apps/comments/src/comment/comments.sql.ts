/**
 * What the comments service keeps beside its events: the number sequence, what was imported, and in `listening` what it
 * learned of articles from their topic; of people: `knownPeopleTables`.
 */
export const commentsTables = `
CREATE SEQUENCE IF NOT EXISTS comment_numbers START WITH 1000001;
CREATE TABLE IF NOT EXISTS imported_comments (
  fingerprint text PRIMARY KEY,
  source text NOT NULL,
  article_id uuid NOT NULL,
  external_id text NOT NULL,
  comment_id bigint NOT NULL
);
CREATE INDEX IF NOT EXISTS imported_comments_by_external_id ON imported_comments (source, article_id, external_id);
CREATE SCHEMA IF NOT EXISTS listening;
CREATE TABLE IF NOT EXISTS listening.known_article (
  article_id uuid PRIMARY KEY,
  comments_closed boolean NOT NULL
);
`;
