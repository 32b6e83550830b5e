import type { Pool } from 'pg';
import type { AddressRangeRow } from './address-range.entity.js';

/** Ranges that are named. */
export const maxOverlappingNamed = 100;

const sql = `
SELECT range_id AS "rangeId", network::text AS network, sanctions, version, count(*) OVER ()::int AS count
FROM address_range WHERE network && $1::inet AND sanctions <> '{}'
ORDER BY network, range_id LIMIT ${maxOverlappingNamed}`;

/** The ranges around or inside a network that something is said against, and how many there are in all. */
export async function readOverlappingRanges(
  pool: Pool,
  network: string,
): Promise<{ ranges: AddressRangeRow[]; rangesCount: number }> {
  const { rows } = await pool.query<AddressRangeRow & { count: number }>(sql, [network]);
  return { ranges: rows.map(({ count: _, ...range }) => range), rangesCount: rows[0]?.count ?? 0 };
}
