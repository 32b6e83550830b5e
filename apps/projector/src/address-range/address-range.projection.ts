import { isAboutRange } from '#contracts/events.js';
import { sanctionsAfter } from '#contracts/people/standing.js';
import type { Projection } from '#projection/projection.js';
import type { AddressRangeRow } from '#read-models/address-range/address-range.entity.js';
import { loadAddressRanges } from '#read-models/address-range/load-address-ranges.js';
import { saveAddressRanges } from '#read-models/address-range/save-address-ranges.js';

/** Address ranges with sanctions, from the users topic; a range whose key is destroyed has no row. */
export const addressRange: Projection<AddressRangeRow> = {
  name: 'address-range',
  rowIds: (event) => (isAboutRange(event) ? [event.data.rangeId] : []),
  load: loadAddressRanges,
  evolve: (row, event, rangeId) => {
    if (!isAboutRange(event)) return undefined;
    const told = 'range' in event.data ? event.data.range : undefined;
    const network = typeof told === 'string' ? told : row?.network;
    if (network === undefined) return undefined;
    return { rangeId, network, sanctions: sanctionsAfter(row?.sanctions ?? {}, event), version: event.version };
  },
  save: saveAddressRanges,
};
