import { StatementsMigration } from '#postgres/migrations/statements-migration.js';

/** An imported name may be longer than a row of a B-tree allows; a hash has a fixed length. */
export class NamesByHash1700000000009 extends StatementsMigration {
  readonly name = 'NamesByHash1700000000009';
  protected readonly statements = [
    `CREATE INDEX IF NOT EXISTS commenter_by_folded_name ON commenter USING hash (folded_name)
      WHERE kind = 'account'`,
    `DROP INDEX IF EXISTS commenter_folded_name`,
  ];
}
