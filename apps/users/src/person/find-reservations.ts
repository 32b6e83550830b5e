import type { ClientBase, Pool } from 'pg';

const sql = `SELECT hash, person_id FROM reservations WHERE kind = $1 AND hash = ANY($2)`;

/** Who holds which of the hashes: hash → person id. */
export async function findReservations(
  client: ClientBase | Pool,
  kind: string,
  hashes: string[],
): Promise<Map<string, string>> {
  const { rows } = await client.query<{ hash: string; person_id: string }>(sql, [kind, hashes]);
  return new Map(rows.map(({ hash, person_id }) => [hash, person_id]));
}
