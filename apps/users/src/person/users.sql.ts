import { networksTable } from '../address-range/networks.sql.js';
import { spentTable } from '../budget/spent.sql.js';
import { followingsTable } from '../following/followings.sql.js';
import { streamStatesTable } from '../state/stream-states.sql.js';

/** What the users service keeps beside its events. Names and addresses stand here only sealed, or as keyed hashes. */
export const usersTables = `
CREATE TABLE IF NOT EXISTS reservations (
  kind text NOT NULL,
  hash text NOT NULL,
  person_id uuid NOT NULL,
  PRIMARY KEY (kind, hash)
);
ALTER TABLE reservations ADD COLUMN IF NOT EXISTS released_at timestamptz;
CREATE INDEX IF NOT EXISTS reservations_of_person ON reservations (person_id);
CREATE TABLE IF NOT EXISTS credentials (
  person_id uuid PRIMARY KEY,
  password_hash text NOT NULL
);
CREATE TABLE IF NOT EXISTS sessions (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL,
  started_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);
ALTER TABLE sessions ADD COLUMN IF NOT EXISTS ended_at timestamptz;
CREATE INDEX IF NOT EXISTS sessions_of_person ON sessions (person_id);
CREATE INDEX IF NOT EXISTS sessions_going_on ON sessions (person_id, expires_at) WHERE ended_at IS NULL;
CREATE INDEX IF NOT EXISTS sessions_expiring ON sessions (expires_at);
CREATE TABLE IF NOT EXISTS refresh_tokens (
  hash text PRIMARY KEY,
  session_id uuid NOT NULL REFERENCES sessions ON DELETE CASCADE,
  used_at timestamptz
);
CREATE INDEX IF NOT EXISTS refresh_tokens_of_session ON refresh_tokens (session_id);
CREATE TABLE IF NOT EXISTS links (
  guest_id uuid PRIMARY KEY,
  account_id uuid NOT NULL,
  held_names text[] NOT NULL
);
CREATE INDEX IF NOT EXISTS links_of_account ON links (account_id);
${networksTable}${spentTable}${followingsTable}${streamStatesTable}`;
