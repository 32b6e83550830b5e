import type { ClientBase } from 'pg';
import type { AddressRangeRow } from './address-range.entity.js';

const sql = `
SELECT range_id AS "rangeId", network, sanctions, version FROM address_range WHERE range_id = ANY($1::uuid[])`;

/** The rows there are of those asked for, by id. */
export async function loadAddressRanges(client: ClientBase, ids: string[]): Promise<Map<string, AddressRangeRow>> {
  const { rows } = await client.query<AddressRangeRow>({ name: 'load-address-ranges', text: sql, values: [ids] });
  return new Map(rows.map((row) => [row.rangeId, row]));
}
