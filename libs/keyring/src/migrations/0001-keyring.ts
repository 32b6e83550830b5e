import { StatementsMigration } from '#postgres/migrations/statements-migration.js';

/** The keys of people, as they were before migrations. */
export class Keyring1700000000001 extends StatementsMigration {
  readonly name = 'Keyring1700000000001';
  protected readonly statements = [
    `CREATE TABLE IF NOT EXISTS person_keys (
      person_id uuid PRIMARY KEY,
      wrapped bytea,
      wrapped_under text NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      destroyed_at timestamptz,
      CHECK ((wrapped IS NULL) = (destroyed_at IS NOT NULL))
    )`,
    `CREATE TABLE IF NOT EXISTS erasures_replayed (
      partition integer PRIMARY KEY,
      next_offset bigint NOT NULL
    )`,
  ];
}
