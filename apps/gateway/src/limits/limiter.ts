import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { Redis } from '#redis/connect-redis.js';
import type { RedisLink } from '#redis/redis-link.js';
import { InProcessTallies } from './in-process-tallies.js';
import { InProcessWindows } from './in-process-windows.js';
import { RedisTallies } from './redis-tallies.js';
import { RedisWindows } from './redis-windows.js';
import type { Tally, TallyStore } from './tally-store.js';
import { takenOf, type Standing, type Taken, type Window } from './window.js';

export const maxKnownFull = 10_000;

/**
 * Counts requests in Redis. While Redis is away, requests that need not be counted pass; all others are counted by this
 * process alone, in a window of the same size. When Redis is back, its counts continue from where they were.
 */
@Injectable()
export class Limiter implements OnApplicationShutdown {
  private readonly windowsHere: InProcessWindows;
  private readonly talliesHere: TallyStore = new InProcessTallies();
  private readonly full = new LRUCache<string, number>({ max: maxKnownFull, ttl: 1, ttlResolution: 0 });
  private windowsInRedis: RedisWindows | undefined;

  /** @param link undefined if there is no Redis. */
  constructor(
    private readonly link: RedisLink | undefined,
    private readonly spanSeconds: number,
  ) {
    this.windowsHere = new InProcessWindows(spanSeconds * 1_000);
  }

  get isShared(): boolean {
    return this.link?.isUp ?? false;
  }

  async take(windows: readonly Window[], { whileAway }: { whileAway: 'count here' | 'let pass' }): Promise<Taken> {
    if (windows.length === 0) return takenOf([]);
    const inRedis = await this.link?.ask((redis) => this.takeInRedis(redis, windows));
    if (inRedis) return takenOf(this.remember(windows, inRedis));
    return takenOf(whileAway === 'let pass' ? [] : windows.map((window) => this.windowsHere.take(window)));
  }

  /**
   * A full window's refusal, kept until the window ends, so that Redis is not asked again for a client that goes on.
   */
  knownFull(windows: readonly Window[]): Taken | undefined {
    for (const { key } of windows) {
      const limit = this.full.get(key);
      if (limit === undefined) continue;
      return takenOf([{ limit, granted: false, remaining: 0, resetMs: this.full.getRemainingTTL(key) }]);
    }
    return undefined;
  }

  /** @returns milliseconds until the next attempt may be made; 0 if this one was counted. */
  async attempt(tallies: readonly Tally[]): Promise<number> {
    const inRedis = await this.link?.ask((redis) => new RedisTallies(redis).attempt(tallies));
    return inRedis ?? this.talliesHere.attempt(tallies);
  }

  async correct(beginAnew: readonly Tally[], takeBack: readonly Tally[]): Promise<void> {
    // Settles both stores, because the attempt may have been counted in either.
    await this.talliesHere.correct(beginAnew, takeBack);
    await this.link?.ask((redis) => new RedisTallies(redis).correct(beginAnew, takeBack));
  }

  onApplicationShutdown(): void {
    this.link?.close();
  }

  private takeInRedis(redis: Redis, windows: readonly Window[]): Promise<Standing[]> {
    const inRedis = (this.windowsInRedis ??= new RedisWindows(redis, this.spanSeconds));
    return Promise.all(windows.map((window) => inRedis.take(window)));
  }

  private remember(windows: readonly Window[], standings: Standing[]): Standing[] {
    for (const [index, { limit, remaining, resetMs }] of standings.entries()) {
      const key = windows[index]?.key;
      if (key !== undefined && remaining === 0 && resetMs > 0) this.full.set(key, limit, { ttl: resetMs });
    }
    return standings;
  }
}
