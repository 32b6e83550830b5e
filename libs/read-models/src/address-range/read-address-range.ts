import type { EntityManager } from 'typeorm';
import { AddressRangeRow } from './address-range.entity.js';

/** One range by its id. */
export async function readAddressRange(tables: EntityManager, rangeId: string): Promise<AddressRangeRow | undefined> {
  return (await tables.findOne(AddressRangeRow, { where: { rangeId } })) ?? undefined;
}
