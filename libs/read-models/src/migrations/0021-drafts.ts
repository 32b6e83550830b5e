import { StatementsMigration } from '#postgres/migrations/statements-migration.js';

/** Articles that are not published yet. */
export class Drafts1700000000025 extends StatementsMigration {
  readonly name = 'Drafts1700000000025';
  protected readonly statements = [
    `CREATE TABLE IF NOT EXISTS draft (
      article_id uuid PRIMARY KEY,
      author_id uuid NOT NULL,
      status text NOT NULL,
      content jsonb NOT NULL,
      publish_at timestamptz,
      note text,
      created_at timestamptz NOT NULL,
      updated_at timestamptz NOT NULL
    )`,
    `CREATE INDEX IF NOT EXISTS draft_by_author ON draft (author_id, updated_at, article_id)`,
    `CREATE INDEX IF NOT EXISTS draft_by_status ON draft (status, updated_at, article_id)`,
  ];
}
