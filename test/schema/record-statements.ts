import type { QueryRunner } from 'typeorm';
import type { Migration } from '#postgres/migrations/table-group.js';

/** The statements of a migration. Its queries return no row in a first run, and one row in a second. */
export async function recordStatements(migration: Migration): Promise<string[]> {
  const statements = new Set<string>();
  for (const rows of [[], [{}]]) {
    const query = (statement: string) => Promise.resolve(void statements.add(statement)).then(() => rows);
    await migration.up({ query } as unknown as QueryRunner);
  }
  return [...statements];
}
