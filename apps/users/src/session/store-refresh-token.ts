import type { ClientBase, Pool } from 'pg';

const sql = `INSERT INTO refresh_tokens (hash, session_id) VALUES ($1, $2)`;

/** Stores the first refresh token of a session, by its hash. */
export async function storeRefreshToken(client: ClientBase | Pool, hash: string, sessionId: string): Promise<void> {
  await client.query(sql, [hash, sessionId]);
}
