import { LRUCache } from 'lru-cache';

/** Lists whose totals are kept. */
const maxTotals = 1_000;

/**
 * How many articles lists have, each counted once for a version of all lists: counting goes through all of them, and is what
 * of a list takes longer the larger the newsroom is.
 */
export class ArticleTotals {
  private readonly counted = new LRUCache<string, Promise<number>>({ max: maxTotals });

  /**
   * @param list which articles are counted. @param version of the lists, read before they are counted; empty: nothing is kept
   * under it. @throws what `count` throws; the next caller counts again
   */
  of(list: string, version: string, count: () => Promise<number>): Promise<number> {
    if (version === '') return count();
    const key = `${version} ${list}`;
    const known = this.counted.get(key);
    if (known) return known;
    const counting = count();
    this.counted.set(key, counting);
    counting.catch(() => this.counted.delete(key));
    return counting;
  }
}
