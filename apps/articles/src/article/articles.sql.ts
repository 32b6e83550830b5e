/** What must be unique across articles, reserved in the event's own transaction. */
export const articlesTables = `
CREATE TABLE IF NOT EXISTS slugs (
  slug text PRIMARY KEY,
  article_id uuid NOT NULL
);
CREATE TABLE IF NOT EXISTS imported_articles (
  source text NOT NULL,
  external_id text NOT NULL,
  article_id uuid NOT NULL,
  PRIMARY KEY (source, external_id)
);
`;
