/** Grants the gateway's role the right to read the tables of a set. */
export const grantReading = (set: string): string => `
DO $$ BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'gateway_reader')
     AND EXISTS (SELECT FROM pg_namespace WHERE nspname = '${set}') THEN
    GRANT USAGE ON SCHEMA ${set} TO gateway_reader;
    GRANT SELECT ON ALL TABLES IN SCHEMA ${set} TO gateway_reader;
  END IF;
END $$`;

/** A row for each table of a set that the role, if it exists, cannot read. */
export const isReadingDue = (set: string): string => `
SELECT FROM pg_roles, pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
WHERE rolname = 'gateway_reader' AND nspname = '${set}' AND relkind = 'r'
  AND NOT has_table_privilege(pg_roles.oid, pg_class.oid, 'SELECT')`;
