import type { ClientBase } from 'pg';

const sql = `INSERT INTO credentials (person_id, password_hash) VALUES ($1, $2)
             ON CONFLICT (person_id) DO UPDATE SET password_hash = excluded.password_hash`;

/** Stores an account's password hash beside the events, never in them: events are public. */
export async function storeCredentials(client: ClientBase, personId: string, passwordHash: string): Promise<void> {
  await client.query(sql, [personId, passwordHash]);
}
