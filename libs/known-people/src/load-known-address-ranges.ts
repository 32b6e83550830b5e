import type { ClientBase } from 'pg';
import type { KnownAddressRange } from './known-address-range.js';

const sql = `
SELECT range_id AS "rangeId", network, sanctions FROM listening.known_address_range WHERE range_id = ANY($1::uuid[])`;

/** The requested ranges that exist, by id. */
export async function loadKnownAddressRanges(
  client: ClientBase,
  ids: string[],
): Promise<Map<string, KnownAddressRange>> {
  const query = { name: 'load-known-address-ranges', text: sql, values: [ids] };
  const { rows } = await client.query<KnownAddressRange>(query);
  return new Map(rows.map((row) => [row.rangeId, row]));
}
