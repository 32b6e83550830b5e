import type { Sanctions } from '#contracts/people/standing.js';

/** A range of addresses, as replicated from the users topic. */
export interface KnownAddressRange {
  rangeId: string;
  /** As `203.0.113.0/24`. */
  network: string;
  sanctions: Sanctions;
}
