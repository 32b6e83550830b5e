import type { Sanctions } from '#contracts/people/standing.js';
import type { Pool } from 'pg';

export interface ListedRange {
  rangeId: string;
  /** As `203.0.113.0/24`. */
  network: string;
  sanctions: Sanctions;
}

export const rangeColumns = `range_id AS "rangeId", network, sanctions`;

const sql = `SELECT ${rangeColumns} FROM address_range WHERE range_id = $1`;

/** One range by its id. */
export async function readAddressRange(pool: Pool, rangeId: string): Promise<ListedRange | undefined> {
  const { rows } = await pool.query<ListedRange>({ name: 'read-address-range', text: sql, values: [rangeId] });
  return rows[0];
}
