import type { Sanctions } from '#contracts/people/standing.js';
import type { Queryable } from '#postgres/shared-connection.js';

export interface RangeOfAddress {
  rangeId: string;
  sanctions: Sanctions;
  /** Of its stream. */
  version: number;
}

const sql = `
SELECT range_id AS "rangeId", sanctions, version FROM address_range WHERE network >>= $1::inet
ORDER BY masklen(network) DESC, range_id`;

/** All ranges that an address is in, the narrowest first; those too that nothing is in force against any more. */
export async function readAddressRangesOf(connection: Queryable, address: string): Promise<RangeOfAddress[]> {
  const query = { name: 'read-address-ranges-of', text: sql, values: [address] };
  const { rows } = await connection.query<RangeOfAddress>(query);
  return rows;
}
