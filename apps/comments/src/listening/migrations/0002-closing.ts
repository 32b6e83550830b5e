import { StatementsMigration } from '#postgres/migrations/statements-migration.js';

/** When comments close by age, when it is quiet, and for how long they are edited; and how far a version that knows of it has folded each stream. */
export class Closing1700000000036 extends StatementsMigration {
  readonly name = 'Closing1700000000036';
  protected readonly statements = [
    `ALTER TABLE known_article
      ADD COLUMN IF NOT EXISTS published_at timestamptz,
      ADD COLUMN IF NOT EXISTS section_id uuid,
      ADD COLUMN IF NOT EXISTS closing jsonb`,
    `CREATE TABLE IF NOT EXISTS known_section (section_id uuid PRIMARY KEY, closes_after jsonb)`,
    `CREATE TABLE IF NOT EXISTS known_site (
      id text PRIMARY KEY,
      closes_after jsonb,
      quiet_from text,
      quiet_until text,
      time_zone text,
      edit_minutes integer
    )`,
    `CREATE TABLE IF NOT EXISTS folded_stream (stream text PRIMARY KEY, version integer NOT NULL)`,
  ];
}
