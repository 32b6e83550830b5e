import { StatementsMigration } from '#postgres/migrations/statements-migration.js';

/**
 * When comments close by age, and when it is quiet. Of what is stored nobody knows whether an archive brought it or an
 * editor reopened it: so each stream of an article is folded anew, beside what is read; until then age closes none.
 */
export class Closing1700000000037 extends StatementsMigration {
  readonly name = 'Closing1700000000037';
  protected readonly statements = [
    `ALTER TABLE article_page ADD COLUMN IF NOT EXISTS closing jsonb`,
    `ALTER TABLE section ADD COLUMN IF NOT EXISTS closes_after jsonb`,
    `ALTER TABLE site_identity
      ADD COLUMN IF NOT EXISTS closes_after jsonb,
      ADD COLUMN IF NOT EXISTS quiet_from text,
      ADD COLUMN IF NOT EXISTS quiet_until text`,
    `ALTER TABLE folded_stream ADD COLUMN IF NOT EXISTS closing_version integer`,
  ];
}
