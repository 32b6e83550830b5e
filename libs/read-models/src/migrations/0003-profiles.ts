import { StatementsMigration } from '#postgres/migrations/statements-migration.js';

export class Profiles1700000000003 extends StatementsMigration {
  readonly name = 'Profiles1700000000003';
  protected readonly statements = [
    `ALTER TABLE commenter
      ADD COLUMN IF NOT EXISTS folded_name text, ADD COLUMN IF NOT EXISTS bio text, ADD COLUMN IF NOT EXISTS image text`,
    // The nearest that SQL comes to caseFoldedName(); a rebuild gives exactly its names.
    `UPDATE commenter SET folded_name = lower(normalize(name, NFKC)) WHERE kind = 'account'`,
    `CREATE INDEX IF NOT EXISTS commenter_folded_name ON commenter (folded_name) WHERE kind = 'account'`,
    `CREATE TABLE IF NOT EXISTS following (
      follower_id uuid NOT NULL,
      followed_id uuid NOT NULL,
      follows boolean NOT NULL,
      PRIMARY KEY (follower_id, followed_id)
    )`,
  ];
}
