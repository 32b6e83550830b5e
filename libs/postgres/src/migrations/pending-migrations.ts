import type { ClientBase } from 'pg';
import type { TableGroup } from './table-group.js';

/** The names of a group's migrations that have not run, in order. Those that only a newer version knows are ignored. */
export async function pendingMigrations(
  client: ClientBase,
  { schema, migrationsTable, migrations }: TableGroup,
): Promise<string[]> {
  const list = `${client.escapeIdentifier(schema)}.${client.escapeIdentifier(migrationsTable)}`;
  const { rows } = await client.query<{ isThere: boolean }>('SELECT to_regclass($1) IS NOT NULL AS "isThere"', [list]);
  const names = migrations.map((Each) => new Each().name);
  if (!rows[0]?.isThere) return names;
  const { rows: run } = await client.query<{ name: string }>(`SELECT name FROM ${list}`);
  const known = new Set(run.map(({ name }) => name));
  return names.filter((name) => !known.has(name));
}
