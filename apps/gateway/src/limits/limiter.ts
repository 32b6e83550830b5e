import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { RedisLink } from '#redis/redis-link.js';
import { InProcessLimitStore } from './in-process-limit-store.js';
import { ForgetfulMap } from '#process/forgetful-map.js';
import type { LimitStore, Standing, Tally, Taken, Window } from './limit-store.js';
import { RedisLimitStore } from './redis-limit-store.js';

const everything: Taken = { granted: true, standings: [] };

/**
 * Counts in Redis; and this is what happens while Redis is away: what need not be counted passes, everything else is
 * counted by this process alone, in a window of the same size. When Redis is back its counts go on where they were.
 */
@Injectable()
export class Limiter implements OnApplicationShutdown {
  private readonly here: LimitStore = new InProcessLimitStore();
  private readonly full = new ForgetfulMap<Standing & { until: number }>(() => performance.now());

  constructor(
    private readonly link: RedisLink | undefined,
    private readonly spanMs: number,
  ) {}

  get isShared(): boolean {
    return this.link?.isUp ?? false;
  }

  async take(windows: readonly Window[], { whileAway }: { whileAway: 'count here' | 'let pass' }): Promise<Taken> {
    if (windows.length === 0) return everything;
    const taken = await this.inRedis((store) => store.take(windows, this.spanMs));
    if (taken !== undefined) return this.remember(windows, taken);
    return whileAway === 'let pass' ? everything : this.here.take(windows, this.spanMs);
  }

  /** The refusal of a window that Redis said to be full, until it has a place again: who goes on and on is not asked for. */
  knownFull(windows: readonly Window[]): Taken | undefined {
    for (const { key } of windows) {
      const full = this.full.get(key);
      if (full) return { granted: false, standings: [{ ...full, resetMs: full.until - performance.now() }] };
    }
    return undefined;
  }

  /** @returns milliseconds until the next attempt may be made; 0 where this one was counted. */
  async attempt(tallies: readonly Tally[]): Promise<number> {
    return (await this.inRedis((store) => store.attempt(tallies))) ?? this.here.attempt(tallies);
  }

  async correct(beginAnew: readonly Tally[], takeBack: readonly Tally[]): Promise<void> {
    // In both: the attempt may have been counted in either.
    await this.here.correct(beginAnew, takeBack);
    await this.inRedis((store) => store.correct(beginAnew, takeBack));
  }

  onApplicationShutdown(): void {
    this.link?.close();
  }

  private remember(windows: readonly Window[], taken: Taken): Taken {
    for (const [index, { key }] of taken.granted ? [] : windows.entries()) {
      const standing = taken.standings[index];
      if (standing?.remaining !== 0) continue;
      this.full.set(key, { ...standing, until: performance.now() + standing.resetMs }, standing.resetMs);
    }
    return taken;
  }

  private inRedis<Result>(work: (store: LimitStore) => Promise<Result>): Promise<Result | undefined> {
    return this.link?.ask((redis) => work(new RedisLimitStore(redis))) ?? Promise.resolve(undefined);
  }
}
