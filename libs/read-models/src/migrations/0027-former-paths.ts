import { StatementsMigration } from '#postgres/migrations/statements-migration.js';

/** Where imported articles stood on the site they are from. */
export class FormerPaths1700000000031 extends StatementsMigration {
  readonly name = 'FormerPaths1700000000031';
  protected readonly statements = [
    `CREATE TABLE IF NOT EXISTS former_path (
      path text NOT NULL,
      article_id uuid NOT NULL,
      slug text NOT NULL,
      PRIMARY KEY (path, article_id)
    )`,
  ];
}
