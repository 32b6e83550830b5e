import type { Dates } from '#lib/dates.js';
import type { RangeMessages } from '#lib/messages/range-messages-for.js';

/** How many addresses a network such as `203.0.113.0/24` has; undefined if it is not written so. */
export function rangeSize(network: string): bigint | undefined {
  const [, address = '', bits = ''] = /^([\da-f.:]+)(?:\/(\d{1,3}))?$/i.exec(network.trim()) ?? [];
  if (address === '') return undefined;
  const width = address.includes(':') ? 128 : 32;
  const left = width - (bits === '' ? width : Number(bits));
  return left < 0 ? undefined : 1n << BigInt(left);
}

/** Numbers above this are said as a power of two: nobody reads 25 digits. */
const longest = 1n << 32n;

export function sizeText(size: bigint, dates: Dates, t: Pick<RangeMessages, 'size' | 'oneAddress'>): string {
  if (size === 1n) return t.oneAddress;
  return t.size(size > longest ? `2^${size.toString(2).length - 1}` : dates.number(Number(size)));
}
