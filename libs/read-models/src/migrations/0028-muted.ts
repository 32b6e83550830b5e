import { StatementsMigration } from '#postgres/migrations/statements-migration.js';

/** What people mute. */
export class Muted1700000000032 extends StatementsMigration {
  readonly name = 'Muted1700000000032';
  protected readonly statements = [
    `CREATE TABLE IF NOT EXISTS muted (
      person_id uuid PRIMARY KEY,
      people uuid[] NOT NULL,
      sources text[] NOT NULL,
      tags text[] NOT NULL
    )`,
  ];
}
