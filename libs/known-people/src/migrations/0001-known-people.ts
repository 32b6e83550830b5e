import type { QueryRunner } from 'typeorm';
import { StatementsMigration } from '#postgres/migrations/statements-migration.js';

const learnedWithLess = `
SELECT
WHERE to_regclass('known_person') IS NOT NULL AND (
  to_regclass('known_address_range') IS NULL OR NOT EXISTS (
    SELECT FROM pg_attribute WHERE attrelid = to_regclass('known_person') AND attname = 'roles'
  )
)`;

/** As `resetProjection` did when this was written, but for the rows: replicas go on reading them until they are folded anew. */
const setBack = [
  // Every partition's lock at once, also of those whose row is still to be made: no batch is under way from here on.
  `LOCK TABLE checkpoint IN EXCLUSIVE MODE`,
  `TRUNCATE stream_progress, parked_event, halted_stream, dead_letter, late_beginning, attempt`,
  `UPDATE checkpoint SET next_offset = 0, counted = 0, watermark = 0`,
  `SELECT pg_notify('progress_' || current_schema(), '!')`,
];

/**
 * What was there before migrations. Where a version that knew no roles, or no addresses, made the tables, they get what
 * they lack, which that version's own INSERTs leave to the defaults; and the set is folded anew.
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
