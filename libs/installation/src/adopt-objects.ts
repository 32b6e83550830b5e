import type { ClientBase } from 'pg';

// A sequence that belongs to a column changes owner with its table; what belongs to an extension stays with it.
const sql = `
SELECT format('ALTER SCHEMA %I OWNER TO %I', nspname, $1::text) AS statement FROM pg_namespace
WHERE nspname !~ '^(pg_|information_schema$|public$)' AND nspowner <> $1::regrole
UNION ALL
SELECT format('ALTER %s %I.%I OWNER TO %I',
              CASE relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END,
              nspname, relname, $1::text)
FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
WHERE nspname !~ '^(pg_|information_schema$)' AND relkind IN ('r', 'p', 'v', 'm', 'S') AND relowner <> $1::regrole
  AND NOT EXISTS (SELECT FROM pg_depend
                  WHERE relkind = 'S' AND classid = 'pg_class'::regclass AND objid = pg_class.oid AND deptype IN ('a', 'i'))
UNION ALL
SELECT format('ALTER ROUTINE %s OWNER TO %I', pg_proc.oid::regprocedure, $1::text)
FROM pg_proc JOIN pg_namespace ON pg_namespace.oid = pronamespace
WHERE nspname !~ '^(pg_|information_schema$)' AND proowner <> $1::regrole
  AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_proc'::regclass AND objid = pg_proc.oid AND deptype = 'e')`;

/** Makes the database's owner the owner of all its objects: an earlier version created them as the superuser. */
export async function adoptObjects(client: ClientBase, owner: string): Promise<void> {
  const { rows } = await client.query<{ statement: string }>(sql, [owner]);
  for (const { statement } of rows) await client.query(statement);
}
