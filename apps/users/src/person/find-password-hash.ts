import type { ClientBase, Pool } from 'pg';

const sql = `SELECT password_hash FROM credentials WHERE person_id = $1`;

/** An account's password hash; undefined if it has no password. */
export async function findPasswordHash(client: ClientBase | Pool, personId: string): Promise<string | undefined> {
  const { rows } = await client.query<{ password_hash: string }>(sql, [personId]);
  return rows[0]?.password_hash;
}
