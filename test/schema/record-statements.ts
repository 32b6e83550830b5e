import type { QueryRunner } from 'typeorm';
import type { Migration } from '#postgres/migrations/table-group.js';

/** What a migration runs; where it asks something it is answered with no row, and with one in a second run. */
export async function recordStatements(migration: Migration): Promise<string[]> {
  const statements = new Set<string>();
  for (const rows of [[], [{}]]) {
    const query = (statement: string) => Promise.resolve(void statements.add(statement)).then(() => rows);
    await migration.up({ query } as unknown as QueryRunner);
  }
  return [...statements];
}
