import { ForgetfulMap } from '#process/forgetful-map.js';
import { type LimitStore, type Tally, type Taken, tallyMs, type Window } from './limit-store.js';
import { TimesInWindow } from './times-in-window.js';

interface Failures {
  count: number;
  at: number;
}

/** Counted by this process alone, by the same rules as in Redis; what does not fit into its bounds is forgotten. */
export class InProcessLimitStore implements LimitStore {
  private readonly windows: ForgetfulMap<TimesInWindow>;
  private readonly tallies: ForgetfulMap<Failures>;

  /** @param now milliseconds of a monotonic clock. */
  constructor(private readonly now: () => number = () => performance.now()) {
    this.windows = new ForgetfulMap(now);
    this.tallies = new ForgetfulMap(now);
  }

  take(windows: readonly Window[], spanMs: number): Promise<Taken> {
    const now = this.now();
    const each = windows.map(({ key, limit }) => {
      const times = this.windows.get(key) ?? new TimesInWindow();
      times.forgetUntil(now - spanMs);
      return { key, limit, times };
    });
    const granted = each.every(({ limit, times }) => times.count < limit);
    const standings = each.map(({ key, limit, times }) => {
      const resetMs = Math.ceil((times.oldest ?? now) + spanMs - now);
      if (granted) {
        times.add(now);
        this.windows.set(key, times, spanMs);
      }
      return { limit, remaining: Math.max(0, limit - times.count), resetMs };
    });
    return Promise.resolve({ granted, standings });
  }

  attempt(tallies: readonly Tally[]): Promise<number> {
    const now = this.now();
    const waits = tallies.map(({ key, free, firstDelayMs, mostDelayMs }) => {
      const { count, at } = this.tallies.get(key) ?? { count: 0, at: 0 };
      return count < free ? 0 : at + Math.min(firstDelayMs * 2 ** (count - free), mostDelayMs) - now;
    });
    const wait = Math.max(0, ...waits);
    if (wait > 0) return Promise.resolve(Math.ceil(wait));
    for (const { key } of tallies) {
      this.tallies.set(key, { count: (this.tallies.get(key)?.count ?? 0) + 1, at: now }, tallyMs);
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
