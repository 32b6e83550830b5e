import { StatementsMigration } from '#postgres/migrations/statements-migration.js';

/** The slugs that sections have or had. */
export class Sections1700000000021 extends StatementsMigration {
  readonly name = 'Sections1700000000021';
  protected readonly statements = [
    `CREATE TABLE section_slugs (
      slug text PRIMARY KEY,
      section_id uuid NOT NULL
    )`,
    `CREATE INDEX slugs_of_section ON section_slugs (section_id)`,
  ];
}
