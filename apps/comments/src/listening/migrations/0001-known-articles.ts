import { StatementsMigration } from '#postgres/migrations/statements-migration.js';

/** Creates the table of replicated articles. */
export class KnownArticles1700000000011 extends StatementsMigration {
  readonly name = 'KnownArticles1700000000011';
  protected readonly statements = [
    `CREATE TABLE IF NOT EXISTS known_article (
      article_id uuid PRIMARY KEY,
      comments_closed boolean NOT NULL
    )`,
  ];
}
