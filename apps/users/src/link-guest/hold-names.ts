import type { ClientBase } from 'pg';

// The names are stored as released by the account, so nobody else can take them for a while. Names of others stay theirs.
// Written in the order of the hashes, so that two transactions for the same names cannot deadlock.
const sql = `
INSERT INTO reservations (kind, hash, person_id, released_at)
SELECT 'username', hash, $1, now() FROM (SELECT DISTINCT unnest($2::text[]) AS hash ORDER BY hash) AS wanted
ON CONFLICT (kind, hash) DO UPDATE SET person_id = excluded.person_id, released_at = now()
WHERE reservations.released_at IS NOT NULL
  AND (reservations.person_id = excluded.person_id OR reservations.released_at < now() - interval '90 days')
RETURNING hash`;

/** Holds names for an account, by their hashes, if they are free. @returns those that are held. */
export async function holdNames(client: ClientBase, accountId: string, hashes: string[]): Promise<string[]> {
  const { rows } = await client.query<{ hash: string }>(sql, [accountId, hashes]);
  return rows.map(({ hash }) => hash);
}
