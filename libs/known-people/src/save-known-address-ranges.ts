import type { ClientBase } from 'pg';
import type { KnownAddressRange } from './known-address-range.js';

const sql = `
INSERT INTO listening.known_address_range (range_id, network, sanctions)
SELECT * FROM unnest($1::uuid[], $2::cidr[], $3::jsonb[])
ON CONFLICT (range_id) DO UPDATE SET network = excluded.network, sanctions = excluded.sanctions`;

/** Inserts or replaces rows, all in one statement. */
export async function saveKnownAddressRanges(client: ClientBase, ranges: KnownAddressRange[]): Promise<void> {
  await client.query({
    name: 'save-known-address-ranges',
    text: sql,
    values: [
      ranges.map(({ rangeId }) => rangeId),
      ranges.map(({ network }) => network),
      ranges.map(({ sanctions }) => JSON.stringify(sanctions)),
    ],
  });
}
