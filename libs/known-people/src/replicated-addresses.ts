import type { Sanctions } from '#contracts/people/standing.js';
import type { Queryable } from '#postgres/shared-connection.js';
import { asAddressParameter, sanctionsOfAddress } from './sanctions-of-address.sql.js';

const sql = `SELECT ${sanctionsOfAddress('$1')} AS addresses`;

/** Sanctions against address ranges, as replicated from the users topic. */
export class ReplicatedAddresses {
  constructor(private readonly connection: Queryable) {}

  /** The sanctions of each range that contains the address, the narrowest first; empty for a value that is no address. */
  async find(address: string | undefined): Promise<Sanctions[]> {
    const query = { name: 'sanctions-of-address', text: sql, values: [asAddressParameter(address)] };
    const { rows } = await this.connection.query<{ addresses: Sanctions[] }>(query);
    return rows[0]?.addresses ?? [];
  }
}
