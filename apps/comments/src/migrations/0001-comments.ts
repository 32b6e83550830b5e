import { StatementsMigration } from '#postgres/migrations/statements-migration.js';

/** Creates the tables as they were before migrations; changes nothing in a database that has them. */
export class Comments1700000000001 extends StatementsMigration {
  readonly name = 'Comments1700000000001';
  protected readonly statements = [
    `CREATE SEQUENCE IF NOT EXISTS comment_numbers START WITH 1000001`,
    `CREATE TABLE IF NOT EXISTS imported_comments (
      fingerprint text PRIMARY KEY,
      source text NOT NULL,
      article_id uuid NOT NULL,
      external_id text NOT NULL,
      comment_id bigint NOT NULL
    )`,
    `CREATE INDEX IF NOT EXISTS imported_comments_by_external_id ON imported_comments (source, article_id, external_id)`,
  ];
}
