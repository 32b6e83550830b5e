import ipaddr from 'ipaddr.js';

/** Ranges of IPv6 with an IPv4 address in each of theirs, by their names in ipaddr.js: at which bit it begins. */
const beginsAt = new Map<string, number>([
  ['ipv4Mapped', 96],
  ['rfc6145', 96],
  // NAT64: 64:ff9b::/96, and 64:ff9b:1::/48 for a network's own (RFC 8215), whose translators use a /96 of it.
  ['rfc6052', 96],
  ['6to4', 16],
  ['teredo', 96],
]);

/**
 * @param bits of a network that begins with the address. One that is wider than Teredo or 6to4 is a network of IPv6 as any
 * other; around the other ranges, in ::/8, there is nothing else.
 * @returns the bit at which an IPv4 address begins; undefined where there is none.
 */
export function firstBitOfIpv4(address: ipaddr.IPv6, bits = 128): number | undefined {
  const range = address.range();
  if ((range === 'teredo' && bits < 32) || (range === '6to4' && bits < 16)) return undefined;
  return beginsAt.get(range);
}

/** The IPv4 address inside an IPv6 one; any other as it is. */
export function ipv4Inside(address: ipaddr.IPv4 | ipaddr.IPv6): ipaddr.IPv4 | ipaddr.IPv6 {
  const from = address instanceof ipaddr.IPv6 ? firstBitOfIpv4(address) : undefined;
  if (from === undefined) return address;
  const octets = address.toByteArray().slice(from / 8, from / 8 + 4);
  // Teredo inverts it, lest a translator on the way changes it (RFC 4380).
  return new ipaddr.IPv4(address.range() === 'teredo' ? octets.map((octet) => octet ^ 0xff) : octets);
}
