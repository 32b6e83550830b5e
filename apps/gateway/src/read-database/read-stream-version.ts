import type { Pool } from 'pg';

const sql = `SELECT version FROM read_v1.stream_progress WHERE stream = $1`;

/** How much of a stream the read database shows; undefined when nothing. */
export async function readStreamVersion(pool: Pool, stream: string): Promise<number | undefined> {
  const { rows } = await pool.query<{ version: number }>({ name: 'read-stream-version', text: sql, values: [stream] });
  return rows[0]?.version;
}
