import { LRUCache } from 'lru-cache';

/** Milliseconds that a person needs at least to read a form and fill it in. */
export const leastMs = 2_000;

/**
 * When an address first fetched an article's page, in this process, within the last half hour. It is the first time that
 * counts, so another person behind the same address can only lengthen the time, never shorten it.
 */
const fetches = new LRUCache<string, number>({ max: 20_000, ttl: 1_800_000 });

export function noteFetch(address: string, slug: string): void {
  const key = `${address} ${slug}`;
  if (!fetches.has(key)) fetches.set(key, performance.now());
}

/** Whether a form comes sooner than a person could have filled it in. Asked again, it is not: nobody is held up for good. */
export function isTooQuick(address: string, slug: string): boolean {
  const key = `${address} ${slug}`;
  const at = fetches.get(key);
  if (at === undefined || performance.now() - at >= leastMs) return false;
  fetches.set(key, -Infinity);
  return true;
}
