import type { Pool } from 'pg';

const ours = `nspname !~ '^(pg_|information_schema$)'`;

const sqlColumns = `
SELECT format('%s.%s.%s %s%s%s%s', nspname, relname, attname, format_type(atttypid, atttypmod),
              CASE WHEN attnotnull THEN ' NOT NULL' END, ' DEFAULT ' || pg_get_expr(adbin, adrelid),
              CASE attidentity WHEN 'a' THEN ' ALWAYS' WHEN 'd' THEN ' BY DEFAULT' END) AS line
FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid JOIN pg_namespace ON pg_namespace.oid = relnamespace
LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
WHERE ${ours} AND relkind IN ('r', 'p', 'v', 'm') AND attnum > 0 AND NOT attisdropped`;

const sqlIndexes = `
SELECT pg_get_indexdef(indexrelid) || CASE WHEN indisvalid THEN '' ELSE ' half-made' END AS line
FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid JOIN pg_namespace ON pg_namespace.oid = relnamespace WHERE ${ours}`;

const sqlConstraints = `
SELECT format('%s %s %s', conrelid::regclass, conname, pg_get_constraintdef(pg_constraint.oid)) AS line
FROM pg_constraint JOIN pg_namespace ON pg_namespace.oid = connamespace WHERE ${ours} AND conrelid <> 0`;

const sqlSequences = `
SELECT format('%s.%s from %s', schemaname, sequencename, start_value) AS line
FROM pg_sequences WHERE schemaname !~ '^(pg_|information_schema$)'`;

const sqlTables = `
SELECT nspname || '.' || relname AS line FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
WHERE ${ours} AND relkind IN ('r', 'p', 'v', 'm')`;

const linesOf = async (pool: Pool, ...statements: string[]): Promise<string[]> => {
  const lines: string[] = [];
  for (const statement of statements) {
    lines.push(...(await pool.query<{ line: string }>(statement)).rows.map(({ line }) => line));
  }
  return lines.sort();
};

/** A database's schema in sorted lines: columns by name, indexes, constraints and sequences. */
export const readCatalogs = (pool: Pool): Promise<string[]> =>
  linesOf(pool, sqlColumns, sqlIndexes, sqlConstraints, sqlSequences);

/** `schema.table` of each table and view. */
export const readTables = (pool: Pool): Promise<string[]> => linesOf(pool, sqlTables);
