import type { Pool } from 'pg';
import { rangeColumns, type ListedRange } from './read-address-range.js';

const sqlPage = `
SELECT ${rangeColumns} FROM address_range WHERE sanctions <> '{}'
ORDER BY network, range_id LIMIT $1 OFFSET $2`;

const sqlTotal = `SELECT count(*)::int AS total FROM address_range WHERE sanctions <> '{}'`;

/** A page of the ranges that something was said against and not lifted, by network, and how many there are in all. */
export async function readAddressRangeList(
  pool: Pool,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ ranges: ListedRange[]; rangesCount: number }> {
  const [page, total] = await Promise.all([
    pool.query<ListedRange>({ name: 'read-address-range-list', text: sqlPage, values: [limit, offset] }),
    pool.query<{ total: number }>({ name: 'count-address-ranges', text: sqlTotal }),
  ]);
  return { ranges: page.rows, rangesCount: total.rows[0]?.total ?? 0 };
}
