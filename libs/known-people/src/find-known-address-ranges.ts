import { addressText, parseAddress } from '#contracts/people/network.js';
import type { Sanctions } from '#contracts/people/standing.js';
import type { ClientBase, Pool } from 'pg';

const sql = `
SELECT sanctions FROM listening.known_address_range WHERE network >>= $1::inet ORDER BY masklen(network) DESC, range_id`;

/**
 * What was said against each range that an address is in, the narrowest first.
 * @param from the address as it came; what is none is in no range.
 */
export async function findKnownAddressRanges(
  client: ClientBase | Pool,
  from: string | undefined,
): Promise<Sanctions[]> {
  const address = from === undefined ? undefined : parseAddress(from);
  if (!address) return [];
  const query = { name: 'find-known-address-ranges', text: sql, values: [addressText(address)] };
  const { rows } = await client.query<{ sanctions: Sanctions }>(query);
  return rows.map(({ sanctions }) => sanctions);
}
