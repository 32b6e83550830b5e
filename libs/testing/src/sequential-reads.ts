import type { ClientBase } from 'pg';

/** The rows of a table that sequential scans have read so far, including those of this connection. */
export async function sequentialReads(client: ClientBase, table: string): Promise<number> {
  await client.query('SELECT pg_stat_force_next_flush()');
  await client.query('SELECT 1');
  const { rows } = await client.query<{ reads: number }>(
    'SELECT seq_tup_read::int AS reads FROM pg_stat_user_tables WHERE relid = $1::regclass',
    [table],
  );
  return rows[0]?.reads ?? NaN;
}
