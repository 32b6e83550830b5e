import type { Address } from '#contracts/people/network.js';

/** What one visitor has of addresses, for every count: an IPv4 address, or the /64 network that an IPv6 address is of. */
export const addressGroup = (address: Address): string =>
  address.kind() === 'ipv4' ? address.toString() : groupsOf(address.toByteArray()).join(':');

const groupsOf = (bytes: number[]) =>
  [0, 2, 4, 6].map((at) => (((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)).toString(16));
