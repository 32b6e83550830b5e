import type { Pool } from 'pg';

/**
 * Checks that a database accepts writes; for readiness. If it does not, the connection is closed, so that the next one
 * resolves the name again and may reach another server.
 * @throws Error if it is away, or a standby, or a primary that became read-only.
 */
export async function requireWritable(pool: Pool): Promise<void> {
  const client = await pool.connect();
  let refused: Error | undefined;
  try {
    const { rows } = await client.query<{ transaction_read_only: string }>('SHOW transaction_read_only');
    if (rows[0]?.transaction_read_only !== 'off') refused = new Error('is read-only');
  } catch (error) {
    refused = error as Error;
  } finally {
    client.release(refused);
  }
  if (refused) throw refused;
}
