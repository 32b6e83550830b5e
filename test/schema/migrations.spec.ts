import { describe, expect, test } from '@jest/globals';
import type { Database } from '#installation/databases.js';
import { tablesOfDatabases } from '#tools/setup/tables-of-databases.js';
import { recordStatements } from './record-statements.js';
import { whyUnsafe } from './why-unsafe.js';

const groups = (Object.keys(tablesOfDatabases) as Database[]).flatMap((database) =>
  tablesOfDatabases[database].groups.map((group) => [`${database}: ${group.migrationsTable}`, group] as const),
);

describe.each(groups)('%s', (_name, { migrations }) => {
  test('removes nothing that a replica of the version before uses, or says why it may', async () => {
    for (const Each of migrations) {
      const migration = new Each();
      const unsafe = whyUnsafe(await recordStatements(migration));
      if (migration.safeBecause === undefined) expect(unsafe).toEqual([]);
      else expect(unsafe).not.toEqual([]);
    }
  });

  test('is a list ordered by time, with unique names', () => {
    const names = migrations.map((Each) => new Each().name);
    expect(names).toEqual(migrations.map((Each) => Each.name));
    const times = names.map((name) => /\d{13}$/.exec(name)?.[0]);
    expect(times).toEqual(times.toSorted());
    expect(new Set(times).size).toBe(times.length);
  });
});

test.each([
  'DROP TABLE spent',
  'DROP SCHEMA listening CASCADE',
  'DO $$ BEGIN DROP SCHEMA listening CASCADE; END $$',
  'ALTER TABLE events DROP COLUMN traceparent',
  'ALTER TABLE events ADD COLUMN more text, DROP COLUMN traceparent',
  'ALTER TABLE events RENAME COLUMN key TO of',
  'ALTER TABLE events RENAME TO happenings',
  'ALTER TABLE events SET SCHEMA other',
  'ALTER TABLE events ALTER COLUMN key TYPE uuid',
  'ALTER TABLE events ALTER COLUMN key SET DATA TYPE uuid USING key::uuid',
  "ALTER TYPE mood ADD VALUE 'other'",
  'ALTER TABLE events ALTER COLUMN causation_id SET NOT NULL',
  'ALTER TABLE events ALTER COLUMN key DROP DEFAULT',
  'ALTER TABLE events ADD COLUMN more text NOT NULL',
  'ALTER TABLE events ADD more text NOT NULL, ADD other text',
  'ALTER TABLE events ADD CONSTRAINT short CHECK (length(key) < 9)',
  'ALTER TABLE events DROP CONSTRAINT events_id_key',
  'CREATE UNIQUE INDEX events_key ON events (key)',
  'TRUNCATE spent',
  'CREATE TRIGGER events_are_past BEFORE INSERT ON events FOR EACH STATEMENT EXECUTE FUNCTION refuse()',
  'REVOKE SELECT ON spent FROM public',
])('refused: %s', (statement) => {
  expect(whyUnsafe([statement])).toHaveLength(1);
});

test.each([
  'CREATE TABLE IF NOT EXISTS more (id uuid PRIMARY KEY, name text NOT NULL)',
  'ALTER TABLE events ADD COLUMN IF NOT EXISTS more text',
  "ALTER TABLE events ADD COLUMN more text NOT NULL DEFAULT ''",
  'CREATE INDEX CONCURRENTLY events_key ON events (key)',
  'DROP INDEX events_key',
  "UPDATE commenter SET folded_name = lower(name) WHERE kind = 'account'",
  '-- DROP TABLE events\nSELECT 1',
])('let pass: %s', (statement) => {
  expect(whyUnsafe([statement])).toEqual([]);
});

test('a table that was just created may get a unique index', () => {
  expect(whyUnsafe(['CREATE TABLE more (id uuid)', 'CREATE UNIQUE INDEX more_id ON more (id)'])).toEqual([]);
});
