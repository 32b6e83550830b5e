import type { ClientBase, Pool } from 'pg';

const sql = `INSERT INTO address_range_networks (range_id, network) VALUES ($1, $2) ON CONFLICT DO NOTHING`;

/** @param network as `203.0.113.0/24`. */
export async function storeNetwork(client: ClientBase | Pool, rangeId: string, network: string): Promise<void> {
  await client.query({ name: 'store-network', text: sql, values: [rangeId, network] });
}
