/**
 * A destroyed key leaves its row, without the key, so that it is never made again. How far the users topic was searched
 * for erasures stands beside the keys: a restored keyring is as far back in both.
 */
export const keyringTables = `
CREATE TABLE IF NOT EXISTS person_keys (
  person_id uuid PRIMARY KEY,
  wrapped bytea,
  wrapped_under text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  destroyed_at timestamptz,
  CHECK ((wrapped IS NULL) = (destroyed_at IS NOT NULL))
);
CREATE TABLE IF NOT EXISTS erasures_replayed (
  partition integer PRIMARY KEY,
  next_offset bigint NOT NULL
);
CREATE TABLE IF NOT EXISTS month_keys (
  month text PRIMARY KEY,
  wrapped bytea,
  wrapped_under text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  destroyed_at timestamptz,
  CHECK ((wrapped IS NULL) = (destroyed_at IS NOT NULL))
);`;

export const sqlIsThere = `
SELECT to_regclass('person_keys') IS NOT NULL AND to_regclass('erasures_replayed') IS NOT NULL
  AND to_regclass('month_keys') IS NOT NULL AS "isThere"`;

export const sqlCreateKeys = `
INSERT INTO person_keys (person_id, wrapped, wrapped_under)
SELECT person_id, wrapped, $3 FROM unnest($1::uuid[], $2::bytea[]) AS input (person_id, wrapped)
ORDER BY person_id
ON CONFLICT (person_id) DO NOTHING`;

export const sqlKeysOf = `
SELECT person_id AS owner, wrapped, wrapped_under FROM person_keys WHERE person_id = ANY($1) AND wrapped IS NOT NULL`;

export const sqlDestroyKeys = `
INSERT INTO person_keys (person_id, wrapped, wrapped_under, destroyed_at)
SELECT person_id, NULL, '', now() FROM unnest($1::uuid[]) AS input (person_id) ORDER BY person_id
ON CONFLICT (person_id) DO UPDATE SET wrapped = NULL, destroyed_at = now() WHERE person_keys.wrapped IS NOT NULL`;

export const sqlDestroyed = `SELECT person_id FROM person_keys WHERE wrapped IS NULL`;

export const sqlReplayedTo = `SELECT partition, next_offset FROM erasures_replayed`;

export const sqlNoteReplayed = `
INSERT INTO erasures_replayed (partition, next_offset) SELECT * FROM unnest($1::int[], $2::bigint[])
ON CONFLICT (partition) DO UPDATE SET next_offset = excluded.next_offset`;
