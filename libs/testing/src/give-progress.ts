import type { ClientBase } from 'pg';

/** Has the read models tell that a stream is projected up to a version. */
export async function giveProgress(client: ClientBase, stream: string, version: number): Promise<void> {
  const sql = `INSERT INTO stream_progress (stream, version) VALUES ($1, $2)
               ON CONFLICT (stream) DO UPDATE SET version = excluded.version`;
  await client.query(sql, [stream, version]);
}
