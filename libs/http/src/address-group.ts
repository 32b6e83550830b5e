import type { Address } from '#contracts/people/network.js';

/** What one visitor has of addresses, for every count: an IPv4 address, or the /64 network that an IPv6 address is of. */
export const addressGroup = (address: Address): string =>
  'parts' in address ? address.parts.slice(0, 4).map(hex).join(':') : address.toString();

const hex = (part: number) => part.toString(16);
