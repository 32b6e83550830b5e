import { StatementsMigration } from '#postgres/migrations/statements-migration.js';

/** For how long comments can be edited, as the site says. */
export class EditWindow1700000000038 extends StatementsMigration {
  readonly name = 'EditWindow1700000000038';
  protected readonly statements = [
    `CREATE TABLE IF NOT EXISTS edit_window (
      site text PRIMARY KEY,
      minutes integer NOT NULL
    )`,
  ];
}
