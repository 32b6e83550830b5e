import { connectRedis, type Redis } from './connect-redis.js';

export interface Subscribing {
  url: string;
  name: string;
  channel: string;
  /** Must not throw. */
  hear(message: string): void;
}

/**
 * Hears what is told on a channel of a Redis that may be away at any time, on a connection of its own. What is told
 * meanwhile is missed, and not told again: only for what is learnt in another way too, if later.
 */
export class RedisSubscription {
  private readonly redis: Redis;
  private subscribed = false;

  constructor({ url, name, channel, hear }: Subscribing) {
    this.redis = connectRedis(url, name);
    const subscribe = () => void this.subscribe(channel, hear);
    // Once it has succeeded, the client does so again by itself before each further `ready`.
    this.redis.on('ready', subscribe);
    this.redis.on('ping-interval', subscribe);
  }

  get isHearing(): boolean {
    return this.subscribed && this.redis.isReady;
  }

  close(): void {
    this.redis.destroy();
  }

  private async subscribe(channel: string, hear: (message: string) => void): Promise<void> {
    if (this.subscribed) return;
    try {
      await this.redis.subscribe(channel, hear);
      this.subscribed = true;
    } catch {
      // It is tried again after the next ping.
    }
  }
}
