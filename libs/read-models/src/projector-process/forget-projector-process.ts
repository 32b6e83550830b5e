import type { Pool } from 'pg';

/** Forgets a process that ends by itself: operators need not be told that it is silent. */
export async function forgetProjectorProcess(pool: Pick<Pool, 'query'>, processId: string): Promise<void> {
  await pool.query('DELETE FROM projector_process WHERE process_id = $1', [processId]);
}
