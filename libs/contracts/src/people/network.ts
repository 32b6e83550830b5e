import { isIP } from 'node:net';

export interface Address {
  family: 4 | 6;
  value: bigint;
}

/** All addresses that begin with the same bits; the rest of `value` is 0. */
export interface Network extends Address {
  bits: number;
}

const width = { 4: 32, 6: 128 };

/** Undefined for what is no address. An IPv4 address in the form of IPv6 (`::ffff:203.0.113.7`) is the IPv4 one. */
export function parseAddress(text: string): Address | undefined {
  const [plain = ''] = text.trim().split('%', 1);
  const family = isIP(plain);
  if (family === 4) return { family, value: valueOf(plain.split('.').map(Number), 8) };
  if (family !== 6) return undefined;
  const value = valueOf(groupsOf(plain), 16);
  return value >> 32n === 0xffffn ? { family: 4, value: value & 0xffffffffn } : { family, value };
}

/** `203.0.113.0/24`, or one address; bits behind the network's are dropped. Undefined for what is neither. */
export function parseNetwork(text: string): Network | undefined {
  const [start = '', length, ...more] = text.trim().split('/');
  const address = start.includes('%') ? undefined : parseAddress(start);
  if (!address || more.length > 0 || !/^\d{1,3}$/.test(length ?? '0')) return undefined;
  const full = width[address.family];
  // Of an IPv4 network in the form of IPv6 the length counts from the front of that.
  const before = start.includes(':') ? 128 - full : 0;
  const bits = length === undefined ? full : Number(length) - before;
  if (bits < 0 || bits > full) return undefined;
  const rest = BigInt(full - bits);
  return { ...address, value: (address.value >> rest) << rest, bits };
}

export const holds = (network: Network, { family, value }: Address): boolean => {
  const rest = BigInt(width[family] - network.bits);
  return network.family === family && network.value >> rest === value >> rest;
};

/** The one way to write an address, which Postgres reads too. */
export function addressText({ family, value }: Address): string {
  const part = (index: number, bits: number) => Number((value >> BigInt(index * bits)) & ((1n << BigInt(bits)) - 1n));
  if (family === 4) return [3, 2, 1, 0].map((index) => part(index, 8)).join('.');
  return canonical([7, 6, 5, 4, 3, 2, 1, 0].map((index) => part(index, 16).toString(16)).join(':'));
}

export const networkText = (network: Network): string => `${addressText(network)}/${network.bits}`;

const valueOf = (parts: number[], bits: number) =>
  parts.reduce((sum, part) => (sum << BigInt(bits)) | BigInt(part), 0n);

/** An IPv6 address as RFC 5952 has it; URLs do. */
const canonical = (text: string) => new URL(`http://[${text}]`).hostname.slice(1, -1);

function groupsOf(text: string): number[] {
  const [head = '', tail] = canonical(text).split('::');
  const numbers = (part: string) => (part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16)));
  const [first, last] = [numbers(head), numbers(tail ?? '')];
  return [...first, ...Array.from({ length: 8 - first.length - last.length }, () => 0), ...last];
}
