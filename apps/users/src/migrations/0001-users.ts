import { StatementsMigration } from '#postgres/migrations/statements-migration.js';

/**
 * Creates the tables as they were before migrations, and adds what an older database lacks. Names are stored only as keyed
 * hashes.
 */
export class Users1700000000001 extends StatementsMigration {
  readonly name = 'Users1700000000001';
  protected readonly statements = [
    `CREATE TABLE IF NOT EXISTS reservations (
      kind text NOT NULL,
      hash text NOT NULL,
      person_id uuid NOT NULL,
      PRIMARY KEY (kind, hash)
    )`,
    `ALTER TABLE reservations ADD COLUMN IF NOT EXISTS released_at timestamptz`,
    `CREATE TABLE IF NOT EXISTS credentials (
      person_id uuid PRIMARY KEY,
      password_hash text NOT NULL
    )`,
    `CREATE TABLE IF NOT EXISTS sessions (
      id uuid PRIMARY KEY,
      person_id uuid NOT NULL,
      started_at timestamptz NOT NULL,
      expires_at timestamptz NOT NULL
    )`,
    `ALTER TABLE sessions ADD COLUMN IF NOT EXISTS ended_at timestamptz`,
    `CREATE TABLE IF NOT EXISTS refresh_tokens (
      hash text PRIMARY KEY,
      session_id uuid NOT NULL REFERENCES sessions ON DELETE CASCADE,
      used_at timestamptz
    )`,
    `CREATE INDEX IF NOT EXISTS refresh_tokens_of_session ON refresh_tokens (session_id)`,
    `CREATE TABLE IF NOT EXISTS links (
      guest_id uuid PRIMARY KEY,
      account_id uuid NOT NULL,
      held_names text[] NOT NULL
    )`,
    `CREATE INDEX IF NOT EXISTS links_of_account ON links (account_id)`,
    `CREATE TABLE IF NOT EXISTS address_range_networks (
      range_id uuid PRIMARY KEY,
      network cidr NOT NULL
    )`,
    `CREATE INDEX IF NOT EXISTS address_range_networks_network ON address_range_networks USING gist (network inet_ops)`,
    `CREATE TABLE IF NOT EXISTS spent (
      subject_id uuid NOT NULL,
      budget text NOT NULL,
      day date NOT NULL,
      count integer NOT NULL,
      PRIMARY KEY (subject_id, budget)
    )`,
    `CREATE TABLE IF NOT EXISTS followings (
      follower_id uuid NOT NULL,
      followed_id uuid NOT NULL,
      PRIMARY KEY (follower_id, followed_id)
    )`,
    `CREATE INDEX IF NOT EXISTS followings_followed ON followings (followed_id)`,
    `CREATE TABLE IF NOT EXISTS stream_states (
      stream text NOT NULL,
      fold text NOT NULL,
      version integer NOT NULL,
      state json,
      PRIMARY KEY (stream, fold)
    )`,
    `CREATE TABLE IF NOT EXISTS erasures (
      person_id uuid PRIMARY KEY,
      due_at timestamptz NOT NULL,
      erased_at timestamptz
    )`,
    `CREATE INDEX IF NOT EXISTS erasures_due ON erasures (due_at) WHERE erased_at IS NULL`,
  ];
}
