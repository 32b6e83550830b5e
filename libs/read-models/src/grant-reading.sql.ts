/**
 * Lets the gateway's role read what there is in `read_v1`. Run at every start: the
 * role may have come after the tables.
 */
export const grantReading = `
DO $$ BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'gateway_reader')
     AND EXISTS (SELECT FROM pg_namespace WHERE nspname = 'read_v1') THEN
    GRANT USAGE ON SCHEMA read_v1 TO gateway_reader;
    GRANT SELECT ON ALL TABLES IN SCHEMA read_v1 TO gateway_reader;
  END IF;
END $$`;
