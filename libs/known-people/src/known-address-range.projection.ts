import { isAboutRange, type BroadsideEvent } from '#contracts/events.js';
import { sanctionsAfter } from '#contracts/people/standing.js';
import type { Keyring, PersonKey } from '#keyring/keyring.js';
import { open } from '#keyring/open.js';
import type { Projection } from '#projection/projection.js';
import type { KnownAddressRange } from './known-address-range.js';
import { loadKnownAddressRanges } from './load-known-address-ranges.js';
import { saveKnownAddressRanges } from './save-known-address-ranges.js';

/** The keys of the ranges that a batch of events is about. */
export type RangeKeys = Map<string, PersonKey | undefined>;

const rangesOf = (event: BroadsideEvent) => (isAboutRange(event) ? [event.data.rangeId] : []);

/** Fetches all keys of a batch at once; nothing for one that is about no range. */
export async function fetchRangeKeys(keyring: Keyring, events: BroadsideEvent[]): Promise<RangeKeys> {
  const ranges = [...new Set(events.flatMap(rangesOf))];
  return ranges.length === 0 ? new Map<string, undefined>() : keyring.keysOf(ranges);
}

/** What was said against ranges of addresses, from the users topic; none whose key is gone, for nothing is known of it. */
export const knownAddressRange: Projection<KnownAddressRange, RangeKeys> = {
  name: 'known-address-range',
  touches: rangesOf,
  load: loadKnownAddressRanges,
  evolve: (row, event, rangeId, keys) => {
    if (!isAboutRange(event)) return undefined;
    const key = keys.get(rangeId);
    const sealed = 'range' in event.data ? event.data.range : undefined;
    const network = key && sealed !== undefined ? open(key, event.id, 'address', sealed) : row?.network;
    if (network === undefined) return undefined;
    return { rangeId, network, sanctions: sanctionsAfter(row?.sanctions ?? {}, event) };
  },
  save: saveKnownAddressRanges,
};
