import { StatementsMigration } from '#postgres/migrations/statements-migration.js';

/** Events that wait for a version that knows their type, the claims to drain them, and events that were passed by. */
export class UnknownTypes1700000000012 extends StatementsMigration {
  readonly name = 'UnknownTypes1700000000012';
  protected readonly statements = [
    `ALTER TABLE parked_event
      ADD COLUMN IF NOT EXISTS message_offset bigint,
      ADD COLUMN IF NOT EXISTS claims integer NOT NULL DEFAULT 0,
      ADD COLUMN IF NOT EXISTS claimed_at timestamptz`,
    `CREATE TABLE IF NOT EXISTS unknown_event (
      stream text NOT NULL,
      type text NOT NULL,
      version integer NOT NULL,
      topic text NOT NULL,
      partition integer NOT NULL,
      noted_at timestamptz NOT NULL DEFAULT now(),
      claimed_at timestamptz,
      PRIMARY KEY (stream, type)
    )`,
  ];
}
