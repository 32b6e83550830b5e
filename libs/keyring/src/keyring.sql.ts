/** A destroyed key leaves its row, without the key, so that it is never made again. */
export const keyringTables = `
CREATE TABLE IF NOT EXISTS person_keys (
  person_id uuid PRIMARY KEY,
  wrapped bytea,
  wrapped_under text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  destroyed_at timestamptz,
  CHECK ((wrapped IS NULL) = (destroyed_at IS NOT NULL))
);`;

export const sqlCreateKeys = `
INSERT INTO person_keys (person_id, wrapped, wrapped_under)
SELECT person_id, wrapped, $3 FROM unnest($1::uuid[], $2::bytea[]) AS input (person_id, wrapped)
ORDER BY person_id
ON CONFLICT (person_id) DO NOTHING`;

export const sqlKeysOf = `SELECT person_id, wrapped, wrapped_under FROM person_keys WHERE person_id = ANY($1)`;

export const sqlDestroyKey = `
INSERT INTO person_keys (person_id, wrapped, wrapped_under, destroyed_at) VALUES ($1, NULL, '', now())
ON CONFLICT (person_id) DO UPDATE SET wrapped = NULL, destroyed_at = coalesce(person_keys.destroyed_at, now())`;
