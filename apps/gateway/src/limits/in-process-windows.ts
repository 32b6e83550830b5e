import { LRUCache } from 'lru-cache';
import type { Standing, Window } from './window.js';

/** Windows that are kept at once: the most recently used. */
export const maxWindows = 50_000;

/** Windows counted by this process alone. */
export class InProcessWindows {
  private readonly counts: LRUCache<string, { count: number }>;

  /** @param now milliseconds of a monotonic clock. */
  constructor(spanMs: number, now: () => number = () => performance.now()) {
    this.counts = new LRUCache({ max: maxWindows, ttl: spanMs, ttlResolution: 0, perf: { now } });
  }

  take({ key, limit }: Window): Standing {
    const counted = this.counts.get(key) ?? { count: 0 };
    if (counted.count === 0) this.counts.set(key, counted);
    counted.count += 1;
    const { count } = counted;
    const resetMs = Math.max(0, this.counts.getRemainingTTL(key));
    return { limit, granted: count <= limit, remaining: Math.max(0, limit - count), resetMs };
  }
}
