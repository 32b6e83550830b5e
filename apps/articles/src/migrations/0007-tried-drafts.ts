import { StatementsMigration } from '#postgres/migrations/statements-migration.js';

/** When a draft that is due could not be published last. */
export class TriedDrafts1700000000023 extends StatementsMigration {
  readonly name = 'TriedDrafts1700000000023';
  protected readonly statements = [`ALTER TABLE scheduled_articles ADD COLUMN IF NOT EXISTS tried_at timestamptz`];
}
