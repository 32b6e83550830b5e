import type { QueryRunner } from 'typeorm';
import { StatementsMigration } from '#postgres/migrations/statements-migration.js';

const learnedWithLess = `
SELECT
WHERE to_regclass('known_person') IS NOT NULL AND (
  to_regclass('known_address_range') IS NULL OR NOT EXISTS (
    SELECT FROM pg_attribute WHERE attrelid = to_regclass('known_person') AND attname = 'roles'
  )
)`;

/** What `resetProjection` did when this was written, except that it keeps the rows: replicas read them until they are rebuilt. */
const setBack = [
  // Locks every partition, also those without a row yet: no batch runs after this.
  `LOCK TABLE checkpoint IN EXCLUSIVE MODE`,
  `TRUNCATE stream_progress, parked_event, halted_stream, dead_letter, late_beginning, attempt`,
  `UPDATE checkpoint SET next_offset = 0, counted = 0, watermark = 0`,
  `SELECT pg_notify('progress_' || current_schema(), '!')`,
];

/**
 * Takes over tables from before migrations. Tables of a version without roles or addresses get the missing columns, with
 * defaults for that version's own INSERTs; and the set is rebuilt from the topics.
 */
export class KnownPeople1700000000010 extends StatementsMigration {
  readonly name = 'KnownPeople1700000000010';
  readonly safeBecause = 'only what says how far it has come is emptied; it goes back and folds on';
  protected readonly statements = [
    `CREATE TABLE IF NOT EXISTS known_person (
      person_id uuid PRIMARY KEY,
      kind text NOT NULL,
      event_id uuid NOT NULL,
      name text NOT NULL,
      website_event_id uuid,
      website text,
      nick_event_id uuid,
      nick text,
      roles jsonb NOT NULL DEFAULT '[]',
      sanctions jsonb NOT NULL DEFAULT '{}',
      linked_to uuid
    )`,
    `ALTER TABLE known_person
      ADD COLUMN IF NOT EXISTS website_event_id uuid,
      ADD COLUMN IF NOT EXISTS nick_event_id uuid,
      ADD COLUMN IF NOT EXISTS nick text,
      ADD COLUMN IF NOT EXISTS roles jsonb NOT NULL DEFAULT '[]',
      ADD COLUMN IF NOT EXISTS sanctions jsonb NOT NULL DEFAULT '{}',
      ADD COLUMN IF NOT EXISTS linked_to uuid,
      ALTER COLUMN roles SET DEFAULT '[]',
      ALTER COLUMN sanctions SET DEFAULT '{}'`,
    `CREATE TABLE IF NOT EXISTS ended_session (session_id uuid PRIMARY KEY)`,
    `CREATE TABLE IF NOT EXISTS known_address_range (
      range_id uuid PRIMARY KEY,
      network cidr NOT NULL,
      sanctions jsonb NOT NULL
    )`,
    `CREATE INDEX IF NOT EXISTS known_address_range_network ON known_address_range USING gist (network inet_ops)`,
  ];

  override async up(runner: QueryRunner): Promise<void> {
    const older = (await runner.query(learnedWithLess)) as unknown[];
    await super.up(runner);
    if (older.length > 0) for (const statement of setBack) await runner.query(statement);
  }
}
