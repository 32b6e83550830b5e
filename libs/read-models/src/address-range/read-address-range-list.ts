import { type EntityManager, Not } from 'typeorm';
import { AddressRangeRow } from './address-range.entity.js';

/** A page of the ranges that something was said against and not lifted, by network, and how many there are in all. */
export async function readAddressRangeList(
  tables: EntityManager,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ ranges: AddressRangeRow[]; rangesCount: number }> {
  const [ranges, rangesCount] = await tables.findAndCount(AddressRangeRow, {
    where: { sanctions: Not({}) },
    order: { network: 'ASC', rangeId: 'ASC' },
    take: limit,
    skip: offset,
  });
  return { ranges, rangesCount };
}
