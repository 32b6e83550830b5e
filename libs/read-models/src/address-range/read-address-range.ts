import type { EntityManager } from 'typeorm';
import { AddressRangeRow } from './address-range.entity.js';

export type ListedRange = Omit<AddressRangeRow, 'version'>;

export const listedColumns = { rangeId: true, network: true, sanctions: true } as const;

/** One range by its id. */
export async function readAddressRange(tables: EntityManager, rangeId: string): Promise<ListedRange | undefined> {
  return (await tables.findOne(AddressRangeRow, { select: listedColumns, where: { rangeId } })) ?? undefined;
}
