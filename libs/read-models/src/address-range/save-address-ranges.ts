import type { ClientBase } from 'pg';
import type { AddressRangeRow } from './address-range.entity.js';

const sql = `
INSERT INTO address_range (range_id, network, sanctions, version)
SELECT * FROM unnest($1::uuid[], $2::cidr[], $3::jsonb[], $4::int[])
ON CONFLICT (range_id) DO UPDATE
SET network = excluded.network, sanctions = excluded.sanctions, version = excluded.version`;

/** Inserts or replaces rows, all in one statement. */
export async function saveAddressRanges(client: ClientBase, rows: AddressRangeRow[]): Promise<void> {
  await client.query({
    name: 'save-address-ranges',
    text: sql,
    values: [
      rows.map((row) => row.rangeId),
      rows.map((row) => row.network),
      rows.map((row) => JSON.stringify(row.sanctions)),
      rows.map((row) => row.version),
    ],
  });
}
