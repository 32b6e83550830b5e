import { StatementsMigration } from '#postgres/migrations/statements-migration.js';

/** The house thesaurus, and the house view of articles. */
export class Thesaurus1700000000027 extends StatementsMigration {
  readonly name = 'Thesaurus1700000000027';
  protected readonly statements = [
    `ALTER TABLE article_page ADD COLUMN IF NOT EXISTS house_version integer,
      ADD COLUMN IF NOT EXISTS house_title text, ADD COLUMN IF NOT EXISTS house_description text,
      ADD COLUMN IF NOT EXISTS house_html text`,
    `CREATE TABLE IF NOT EXISTS thesaurus_entry (
      entry_id uuid PRIMARY KEY,
      kind text NOT NULL,
      term text NOT NULL,
      inflections jsonb NOT NULL,
      text text NOT NULL,
      section_id uuid,
      case_sensitive boolean NOT NULL,
      whole_words boolean NOT NULL,
      version integer NOT NULL,
      retired boolean NOT NULL,
      changed_at timestamptz NOT NULL
    )`,
  ];
}
