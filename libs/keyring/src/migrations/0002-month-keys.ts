import { StatementsMigration } from '#postgres/migrations/statements-migration.js';

/** Keys of calendar months: some fields are sealed under the key of their month too. */
export class MonthKeys1700000000002 extends StatementsMigration {
  readonly name = 'MonthKeys1700000000002';
  protected readonly statements = [
    `CREATE TABLE IF NOT EXISTS month_keys (
      month text PRIMARY KEY,
      wrapped bytea,
      wrapped_under text NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      destroyed_at timestamptz,
      CHECK ((wrapped IS NULL) = (destroyed_at IS NOT NULL))
    )`,
  ];
}
