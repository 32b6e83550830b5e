import { StatementsMigration } from '#postgres/migrations/statements-migration.js';

/**
 * Versions of answers, and recent changes. Heads have a fill factor, so that an update stays within its page if there
 * is room.
 */
export class ArticleActivity1700000000014 extends StatementsMigration {
  readonly name = 'ArticleActivity1700000000014';
  protected readonly statements = [
    `CREATE TABLE IF NOT EXISTS article_head (
      article_id uuid PRIMARY KEY,
      sequence bigint NOT NULL
    ) WITH (fillfactor = 70)`,
    `CREATE TABLE IF NOT EXISTS site_head (
      answer text PRIMARY KEY,
      sequence bigint NOT NULL
    ) WITH (fillfactor = 10)`,
    `CREATE TABLE IF NOT EXISTS article_activity (
      article_id uuid NOT NULL,
      sequence bigint NOT NULL,
      kind text NOT NULL,
      comment_id bigint,
      PRIMARY KEY (article_id, sequence)
    )`,
    `CREATE INDEX IF NOT EXISTS article_activity_by_age ON article_activity (sequence)`,
    `CREATE INDEX IF NOT EXISTS article_page_by_author ON article_page (author_id)`,
  ];
}
