import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { firstBitOfIpv4, ipv4Inside } from './ipv4-inside.js';

export type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** All addresses whose first `bits` are those of `start`, whose others are 0. */
export interface Network {
  start: Address;
  bits: number;
}

/** Characters of an address with all that proxies put around it. */
const longestAddress = 100;

/**
 * The address as it stands, in each form that proxies write: with a port, in brackets, in quotes, with a zone (which is
 * dropped). An IPv4-mapped one is the IPv4 address: so the kernel names it on a socket of both. Undefined for what is none,
 * the forms of old too that other parsers take (`127.1`, `0177.0.0.1`, `2130706433`).
 */
export function literalAddress(text: string): Address | undefined {
  const address = parse(bare(text));
  return address instanceof ipaddr.IPv6 && address.isIPv4MappedAddress() ? address.toIPv4Address() : address;
}

/** Whose address it is: as `literalAddress`, and of an IPv4 address inside an IPv6 one (NAT64, 6to4, Teredo) the IPv4 one. */
export function parseAddress(text: string): Address | undefined {
  const address = literalAddress(text);
  return address && ipv4Inside(address);
}

/** A network as it stands: `203.0.113.0/24`, or one address. Undefined for what is neither. */
export const literalNetwork = (text: string): Network | undefined =>
  networkOf(text, (address) => (address.isIPv4MappedAddress() ? 96 : undefined));

/** The network that `parseAddress` finds its addresses in: of IPv4 inside IPv6 it is the IPv4 one. */
export const parseNetwork = (text: string): Network | undefined => networkOf(text, firstBitOfIpv4);

export const holds = ({ start, bits }: Network, address: Address): boolean =>
  start.kind() === address.kind() && address.match(start, bits);

/** The one way to write an address, which Postgres reads too. */
export const addressText = (address: Address): string => address.toString();

export const networkText = ({ start, bits }: Network): string => `${addressText(start)}/${bits}`;

/** @param ipv4From the bit at which an IPv4 address begins; undefined where there is none inside. */
function networkOf(text: string, ipv4From: (address: ipaddr.IPv6, bits: number) => number | undefined) {
  const [start = '', length, ...more] = text.trim().split('/');
  const address = start.includes('%') ? undefined : parse(start);
  if (!address || more.length > 0 || !/^\d{1,3}$/.test(length ?? '0')) return undefined;
  const width = address.kind() === 'ipv4' ? 32 : 128;
  const bits = length === undefined ? width : Number(length);
  if (bits > width) return undefined;
  const from = address instanceof ipaddr.IPv6 ? ipv4From(address, bits) : undefined;
  if (from === undefined) return cut(address, bits);
  // Narrower than its IPv4 address it is that one address; wider than all of them it is no network of IPv4.
  return bits < from ? undefined : cut(ipv4Inside(address), Math.min(bits - from, 32));
}

function cut(address: Address, bits: number): Network {
  const family = address.kind() === 'ipv4' ? ipaddr.IPv4 : ipaddr.IPv6;
  return { start: family.networkAddressFromCIDR(`${addressText(address)}/${bits}`), bits };
}

/** Without what proxies put around it: RFC 7239 has `"[2001:db8::1]:443"` and `203.0.113.7:51234`. */
function bare(text: string): string {
  if (text.length > longestAddress) return '';
  const plain = text.trim();
  const unquoted = /^"(.*)"$/.exec(plain)?.[1]?.trim() ?? plain;
  const [, bracketed, ipv4] = /^(?:\[(.*)\]|([\d.]+))(?::\d{1,5})?$/.exec(unquoted) ?? [];
  const address = bracketed ?? ipv4 ?? unquoted;
  return address.includes(':') ? address.replace(/%.*/, '') : address;
}

function parse(text: string): Address | undefined {
  // ipaddr.js takes many forms that are none here, and `::203.0.113.7` for the IPv4-mapped address.
  const family = isIP(text);
  if (family === 0) return undefined;
  return family === 4 ? ipaddr.IPv4.parse(text) : ipaddr.IPv6.parse(text.replace(/^::(?=\d+\.)/, '0::'));
}
