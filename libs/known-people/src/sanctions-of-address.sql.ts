import { addressText, parseAddress } from '#contracts/people/network.js';

const rangesOf = (parameter: string) => `
FROM listening.known_address_range WHERE network >>= ${parameter}::inet ORDER BY masklen(network) DESC, range_id`;

/** An expression: the sanctions of each range that contains an address, the narrowest first, as jsonb[]. */
export const sanctionsOfAddress = (parameter: string) => `ARRAY(SELECT sanctions ${rangesOf(parameter)})`;

/** The same with the range's id and the version of its stream that is known: `rangeId`, `version`, `sanctions`. */
export const addressRangesOf = (parameter: string) => `
ARRAY(SELECT jsonb_build_object('rangeId', range_id, 'version',
               coalesce((SELECT version FROM listening.stream_progress WHERE stream = 'address-range-' || range_id), 0),
               'sanctions', sanctions)
      ${rangesOf(parameter)})`;

/** The parameter; null, which is in no range, for a value that is no address. @param from the address as it was received. */
export function asAddressParameter(from: string | undefined): string | null {
  const address = from === undefined ? undefined : parseAddress(from);
  return address ? addressText(address) : null;
}
