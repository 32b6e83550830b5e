import type { AddressRange } from '#lib/desk/answers.js';
import { type Ask, Refusal } from '../gateway.js';

/** What a sanction of a range of addresses would be about, beside its size. */
export interface RangeReach {
  holdsYours: boolean;
  /** Ranges that overlap with it, the first of them. */
  addressRanges: AddressRange[];
  addressRangesCount: number;
}

/** @returns undefined where the range cannot be read: the command says why. @throws GatewayAway */
export async function rangeReach(ask: Ask, range: string): Promise<RangeReach | undefined> {
  try {
    const path = `/api/address-ranges/reach?${new URLSearchParams({ range })}`;
    return (await ask<{ reach: RangeReach }>(path)).body.reach;
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}
