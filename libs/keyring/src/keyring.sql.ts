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
