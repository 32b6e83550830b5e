import type { Address } from '#contracts/people/network.js';

/** The addresses that count as one visitor in every limit: an IPv4 address, or the /64 network of an IPv6 address. */
export const addressGroup = (address: Address): string =>
  'parts' in address ? address.parts.slice(0, 4).map(hex).join(':') : address.toString();

const hex = (part: number) => part.toString(16);
