import { StatementsMigration } from '#postgres/migrations/statements-migration.js';

/** The drafts that will be published at a time. */
export class ScheduledArticles1700000000020 extends StatementsMigration {
  readonly name = 'ScheduledArticles1700000000020';
  protected readonly statements = [
    `CREATE TABLE scheduled_articles (
      article_id uuid PRIMARY KEY,
      publish_at timestamptz NOT NULL
    )`,
    `CREATE INDEX scheduled_articles_due ON scheduled_articles (publish_at)`,
  ];
}
