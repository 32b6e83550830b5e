import { isAboutRange, type BroadsideEvent } from '#contracts/events.js';
import type { Personal } from '#contracts/personal.js';
import { sanctionsAfter } from '#contracts/people/standing.js';
import type { Projection } from '#projection/projection.js';
import type { KnownAddressRange } from './known-address-range.js';
import { loadKnownAddressRanges } from './load-known-address-ranges.js';
import { saveKnownAddressRanges } from './save-known-address-ranges.js';

/** The networks of events about ranges, by the event's id. */
export type Networks = ReadonlyMap<string, Personal>;

/**
 * Sanctions against ranges of addresses, from the users topic. A range whose key is destroyed has no row: its network is
 * unknown.
 */
export const knownAddressRange: Projection<KnownAddressRange, Networks, BroadsideEvent> = {
  name: 'known-address-range',
  rowIds: (event) => (isAboutRange(event) ? [event.data.rangeId] : []),
  load: loadKnownAddressRanges,
  evolve: (row, event, rangeId, networks) => {
    if (!isAboutRange(event)) return undefined;
    const told = networks.get(event.id);
    const network = typeof told === 'string' ? told : row?.network;
    if (network === undefined) return undefined;
    return { rangeId, network, sanctions: sanctionsAfter(row?.sanctions ?? {}, event) };
  },
  save: saveKnownAddressRanges,
};
