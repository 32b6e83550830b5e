import type { ClientBase } from 'pg';

// A value is free if `reserve` would take it: held by nobody, by this person, or released long ago.
const sql = `
WITH free AS (
  SELECT hash FROM unnest($2::text[]) WITH ORDINALITY AS wanted (hash, number)
  WHERE NOT EXISTS (
    SELECT FROM reservations AS held
    WHERE held.kind = $1 AND held.hash = wanted.hash AND held.person_id <> $3
      AND (held.released_at IS NULL OR held.released_at >= now() - interval '90 days')
  )
  ORDER BY number LIMIT 1
)
INSERT INTO reservations (kind, hash, person_id) SELECT $1, hash, $3 FROM free
ON CONFLICT (kind, hash) DO UPDATE SET person_id = excluded.person_id, released_at = NULL
WHERE reservations.person_id = excluded.person_id OR reservations.released_at < now() - interval '90 days'
RETURNING hash`;

/**
 * Reserves the first free one of the values for a person.
 * @returns undefined if none is free, or another person took it meanwhile.
 */
export async function reserveFirstFree(
  client: ClientBase,
  kind: string,
  hashes: string[],
  personId: string,
): Promise<string | undefined> {
  const query = { name: 'reserve-first-free', text: sql, values: [kind, hashes, personId] };
  const { rows } = await client.query<{ hash: string }>(query);
  return rows[0]?.hash;
}
