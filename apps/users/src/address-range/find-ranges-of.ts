import { asAddressParameter } from '#known-people/sanctions-of-address.sql.js';
import type { Queryable } from '#postgres/shared-connection.js';

const sql = `
SELECT range_id FROM address_range_networks WHERE network >>= $1::inet ORDER BY masklen(network) DESC, range_id`;

/** The ranges that contain an address, the narrowest first; none for a value that is no address. */
export async function findRangesOf(connection: Queryable, address: string | undefined): Promise<string[]> {
  const values = [asAddressParameter(address)];
  const { rows } = await connection.query<{ range_id: string }>({ name: 'find-ranges-of', text: sql, values });
  return rows.map(({ range_id }) => range_id);
}
