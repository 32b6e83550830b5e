import type { ClientBase, Pool } from 'pg';

// As in `reserve`: a released value stays its holder's for a while.
const sql = `
SELECT hash FROM reservations
WHERE kind = $1 AND hash = ANY($2) AND person_id IS DISTINCT FROM $3
  AND (released_at IS NULL OR released_at >= now() - interval '90 days')`;

/** The hashes that another person holds, or held within 90 days. */
export async function findHeld(
  client: ClientBase | Pool,
  kind: string,
  hashes: string[],
  personId: string | null = null,
): Promise<Set<string>> {
  const query = { name: 'find-held', text: sql, values: [kind, hashes, personId] };
  const { rows } = await client.query<{ hash: string }>(query);
  return new Set(rows.map(({ hash }) => hash));
}
