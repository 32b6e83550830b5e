import type { ClientBase, Pool } from 'pg';

const sql = `INSERT INTO sessions (id, person_id, started_at, expires_at) VALUES ($1, $2, $3, $4)`;

export interface Session {
  id: string;
  personId: string;
  startedAt: Date;
  expiresAt: Date;
}

export async function startSession(
  client: ClientBase | Pool,
  { id, personId, startedAt, expiresAt }: Session,
): Promise<void> {
  await client.query(sql, [id, personId, startedAt, expiresAt]);
}
