import { StatementsMigration } from '#postgres/migrations/statements-migration.js';

/** Who may publish, beside the event that says so. */
export class WhoPublishes1700000000019 extends StatementsMigration {
  readonly name = 'WhoPublishes1700000000019';
  protected readonly statements = [
    `CREATE TABLE site_rules (
      id smallint PRIMARY KEY,
      publishing text NOT NULL
    )`,
  ];
}
