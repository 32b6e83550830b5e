import { withTimeout } from '#process/with-timeout.js';
import { connectRedis, type Redis } from './connect-redis.js';

export interface LinkLog {
  warn(detail: object, message: string): void;
  info(detail: object, message: string): void;
}

/** Milliseconds after which work for Redis is given up. */
export const redisLimitMs = 100;

/** A Redis that may be away at any time, for work that has a fallback. */
export class RedisLink {
  private readonly redis: Redis;
  private answers: boolean | undefined;

  constructor(
    url: string,
    name: string,
    private readonly log: LinkLog,
  ) {
    this.redis = connectRedis(url, name);
    this.redis.on('ready', () => this.noteAnswer());
    this.redis.on('ping-interval', () => this.noteAnswer());
    this.redis.on('error', (error: Error) => this.noteFailure(error.message));
  }

  get isUp(): boolean {
    return this.answers === true && this.redis.isReady;
  }

  /**
   * @returns undefined if Redis is away, within 0.1 s. After a failure it is asked again only once it has answered a ping,
   * which the client sends every second: requests do not probe it.
   */
  async ask<Result>(work: (redis: Redis) => Promise<Result>): Promise<Result | undefined> {
    if (!this.isUp) return undefined;
    try {
      return await withTimeout(work(this.redis), redisLimitMs, 'Redis');
    } catch (error) {
      this.noteFailure((error as Error).message);
      return undefined;
    }
  }

  close(): void {
    this.redis.destroy();
  }

  private noteAnswer(): void {
    if (this.answers !== true) this.log.info({}, 'Redis answers');
    this.answers = true;
  }

  private noteFailure(reason: string): void {
    if (this.answers !== false) this.log.warn({ reason }, 'Redis is away; it is done without');
    this.answers = false;
  }
}
