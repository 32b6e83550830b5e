import type { Pool } from 'pg';
import { keyedPrefix } from './comment-fingerprint.js';

const sql = `
SELECT fingerprint FROM imported_comments WHERE fingerprint > $1 AND fingerprint NOT LIKE $2
ORDER BY fingerprint LIMIT 1000`;

/** Up to 1,000 fingerprints that were stored without a key, after the one given. */
export async function findUnkeyed(pool: Pool, after: string): Promise<string[]> {
  const { rows } = await pool.query<{ fingerprint: string }>(sql, [after, `${keyedPrefix}%`]);
  return rows.map(({ fingerprint }) => fingerprint);
}
