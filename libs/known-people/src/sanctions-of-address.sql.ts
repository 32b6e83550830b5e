import { addressText, parseAddress } from '#contracts/people/network.js';

/** An expression: what was said against each range that an address is in, the narrowest first, as jsonb[]. */
export const sanctionsOfAddress = (parameter: string) => `
ARRAY(SELECT sanctions FROM listening.known_address_range WHERE network >>= ${parameter}::inet
      ORDER BY masklen(network) DESC, range_id)`;

/** The parameter: null, and so in no range, for what is no address. @param from the address as it came. */
export function asAddressParameter(from: string | undefined): string | null {
  const address = from === undefined ? undefined : parseAddress(from);
  return address ? addressText(address) : null;
}
