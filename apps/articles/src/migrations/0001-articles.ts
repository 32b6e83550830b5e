import { StatementsMigration } from '#postgres/migrations/statements-migration.js';

/** Creates the tables as they were before migrations; changes nothing in a database that has them. */
export class Articles1700000000001 extends StatementsMigration {
  readonly name = 'Articles1700000000001';
  protected readonly statements = [
    `CREATE TABLE IF NOT EXISTS slugs (
      slug text PRIMARY KEY,
      article_id uuid NOT NULL
    )`,
    `CREATE TABLE IF NOT EXISTS imported_articles (
      source text NOT NULL,
      external_id text NOT NULL,
      article_id uuid NOT NULL,
      PRIMARY KEY (source, external_id)
    )`,
  ];
}
