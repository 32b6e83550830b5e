import { formerPathOf } from '#contracts/articles/former-path.js';

/** Upper bound of the names that a post had before; a program may rename one without end. */
export const maxFormerNames = 20;

/** What an export tells of where a post stood. */
export interface Stood {
  /** The blog's address. */
  home: string | undefined;
  permalink: string;
  guid: string;
  number: string;
  /** Its names before the present one, as WordPress keeps them. */
  formerNames: readonly string[];
}

/** Addresses besides the permalink by which WordPress finds a post, or has found it. */
export function formerAddressesOf({ home, permalink, guid, number, formerNames }: Stood): string[] | undefined {
  const isNumber = home !== undefined && /^[1-9]\d*$/.test(number);
  const root = home?.replace(/\/+$/, '');
  const present = /^(.*\/)[^/?#]+(\/?)$/.exec(permalink);
  const addresses = [
    ...(isNumber ? [`${root}/?p=${number}`, `${root}/archives/${number}`] : []),
    guid,
    ...(present ? formerNames.map((name) => `${present[1]}${name}${present[2]}`) : []),
  ];
  const paths = new Map<string, string>();
  const own = formerPathOf(permalink);
  for (const address of addresses) {
    const path = /^https?:/i.test(address) ? formerPathOf(address) : undefined;
    if (path !== undefined && path !== own && !paths.has(path)) paths.set(path, address);
  }
  return paths.size > 0 ? [...paths.values()] : undefined;
}
