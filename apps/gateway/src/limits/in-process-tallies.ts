import { LRUCache } from 'lru-cache';
import { tallyMs, type Tally, type TallyStore } from './tally-store.js';

interface Failures {
  count: number;
  at: number;
}

/** Tallies that are kept at once: the most recently used. */
export const maxTallies = 20_000;

/** Tallies counted by this process alone, by the same rules as in Redis. */
export class InProcessTallies implements TallyStore {
  private readonly tallies: LRUCache<string, Failures>;

  /** @param now milliseconds of a monotonic clock. */
  constructor(private readonly now: () => number = () => performance.now()) {
    this.tallies = new LRUCache({ max: maxTallies, ttl: tallyMs, ttlResolution: 0, perf: { now } });
  }

  attempt(tallies: readonly Tally[]): Promise<number> {
    const now = this.now();
    const waits = tallies.map(({ key, free, firstDelayMs, maxDelayMs }) => {
      const { count, at } = this.tallies.get(key) ?? { count: 0, at: 0 };
      return count < free ? 0 : at + Math.min(firstDelayMs * 2 ** (count - free), maxDelayMs) - now;
    });
    const wait = Math.max(0, ...waits);
    if (wait > 0) return Promise.resolve(Math.ceil(wait));
    for (const { key } of tallies) {
      this.tallies.set(key, { count: (this.tallies.get(key)?.count ?? 0) + 1, at: now });
    }
    return Promise.resolve(0);
  }

  correct(beginAnew: readonly Tally[], takeBack: readonly Tally[]): Promise<void> {
    for (const { key } of beginAnew) this.tallies.delete(key);
    for (const { key } of takeBack) {
      const known = this.tallies.get(key);
      if (known) known.count = Math.max(0, known.count - 1);
    }
    return Promise.resolve();
  }
}
