/** Grants the gateway's role the right to read the tables of a set, and to use what extensions bring. */
export const grantReading = (set: string): string => `
DO $$ BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'gateway_reader')
     AND EXISTS (SELECT FROM pg_namespace WHERE nspname = '${set}') THEN
    GRANT USAGE ON SCHEMA ${set} TO gateway_reader;
    GRANT SELECT ON ALL TABLES IN SCHEMA ${set} TO gateway_reader;
    IF EXISTS (SELECT FROM pg_namespace WHERE nspname = 'extensions') THEN
      GRANT USAGE ON SCHEMA extensions TO gateway_reader;
    END IF;
  END IF;
END $$`;

/** A row for each table of a set that the role, if it exists, cannot read, and one if it may not use extensions. */
export const isReadingDue = (set: string): string => `
SELECT FROM pg_roles, pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
WHERE rolname = 'gateway_reader' AND nspname = '${set}' AND relkind = 'r'
  AND NOT has_table_privilege(pg_roles.oid, pg_class.oid, 'SELECT')
UNION ALL SELECT FROM pg_roles, pg_namespace
WHERE rolname = 'gateway_reader' AND nspname = 'extensions' AND NOT has_schema_privilege(pg_roles.oid, pg_namespace.oid, 'USAGE')`;
