import { StatementsMigration } from '#postgres/migrations/statements-migration.js';

/** What waits for a version that knows its type, by whom it is drained, and what was passed by. */
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
