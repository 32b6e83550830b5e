import type { QueryRunner } from 'typeorm';
import type { Migrations, TableGroup } from '#postgres/migrations/table-group.js';
import type { Pool } from 'pg';

/**
 * Creates a test database's tables from their migrations' statements, without TypeORM, which each test file would load anew.
 * `test/schema` checks that TypeORM gets the same result.
 */
export async function createTables(pool: Pool, ...groups: TableGroup[]): Promise<void> {
  const client = await pool.connect();
  try {
    const query = async (text: string, values?: unknown[]) => (await client.query(text, values)).rows as unknown[];
    for (const { schema, migrations } of groups) {
      await client.query(`CREATE SCHEMA IF NOT EXISTS ${schema}`);
      await client.query(`SET search_path = ${schema}`);
      for (const Each of migrations) await new Each().up({ query } as unknown as QueryRunner);
    }
    await client.query('RESET search_path; RESET lock_timeout');
  } finally {
    client.release();
  }
}

/** A group with only these migrations, in a schema of its own. */
export const tablesIn = (schema: string, parts: Migrations): TableGroup => ({
  ...{ schema, migrationsTable: `${schema}_migrations` },
  ...parts,
});
