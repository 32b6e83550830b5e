import type { Pool } from 'pg';

/**
 * Whether a database takes writes: for readiness. A connection to one that does not is thrown away, so that the next is
 * made by name anew and may reach another server.
 * @throws Error where it is away, or a standby, or a primary that became read-only.
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
