import { connectRedis, type Redis } from './connect-redis.js';

export interface Subscribing {
  url: string;
  name: string;
  channel: string;
  /** Must not throw. */
  receive(message: string): void;
}

/**
 * Subscribes to a channel of a Redis that may be away at any time, on a connection of its own. Messages that are published
 * meanwhile are lost: only for facts that also arrive in another way, if later.
 */
export class RedisSubscription {
  private readonly redis: Redis;
  private subscribed = false;

  constructor({ url, name, channel, receive }: Subscribing) {
    this.redis = connectRedis(url, name);
    const subscribe = () => void this.subscribe(channel, receive);
    // After the first success the client subscribes again by itself before each further `ready`.
    this.redis.on('ready', subscribe);
    this.redis.on('ping-interval', subscribe);
  }

  get isHearing(): boolean {
    return this.subscribed && this.redis.isReady;
  }

  close(): void {
    this.redis.destroy();
  }

  private async subscribe(channel: string, receive: (message: string) => void): Promise<void> {
    if (this.subscribed) return;
    try {
      await this.redis.subscribe(channel, receive);
      this.subscribed = true;
    } catch {
      // The next ping tries again.
    }
  }
}
