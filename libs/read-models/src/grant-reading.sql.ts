/** Lets the gateway's role read what there is in `read_v1`. */
export const grantReading = `
DO $$ BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'gateway_reader')
     AND EXISTS (SELECT FROM pg_namespace WHERE nspname = 'read_v1') THEN
    GRANT USAGE ON SCHEMA read_v1 TO gateway_reader;
    GRANT SELECT ON ALL TABLES IN SCHEMA read_v1 TO gateway_reader;
  END IF;
END $$`;

/** A row for each table that the role is there for and cannot read. */
export const isReadingDue = `
SELECT FROM pg_roles, pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
WHERE rolname = 'gateway_reader' AND nspname = 'read_v1' AND relkind = 'r'
  AND NOT has_table_privilege(pg_roles.oid, pg_class.oid, 'SELECT')`;
