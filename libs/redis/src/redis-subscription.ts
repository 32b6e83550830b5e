import { connectRedis, type Redis } from './connect-redis.js';

export interface Subscribing {
  url: string;
  name: string;
  channel: string;
  /** Must not throw. */
  hear(message: string): void;
}

const pingEveryMs = 2_000;

/**
 * Hears what is told on a channel of a Redis that may be away at any time, on a connection of its own. What is told
 * meanwhile is missed, and not told again: only for what is learnt in another way too, if later.
 */
export class RedisSubscription {
  private readonly redis: Redis;
  private readonly pinging: NodeJS.Timeout;
  private subscribed = false;

  constructor({ url, name, channel, hear }: Subscribing) {
    // Nobody waits for these commands. Its own way to subscribe again would leave a failure without a catch.
    this.redis = connectRedis(url, name, { commandTimeout: 1_000, autoResubscribe: false });
    this.redis.on('message', (_channel: string, message: string) => hear(message));
    this.redis.on('ready', () => void this.subscribe(channel));
    this.redis.on('close', () => (this.subscribed = false));
    // Whoever only listens does not notice that the line is dead: a ping without an answer has it replaced.
    this.pinging = setInterval(() => {
      if (this.redis.status === 'ready') this.redis.ping().catch(() => undefined);
    }, pingEveryMs).unref();
  }

  get isHearing(): boolean {
    return this.subscribed;
  }

  close(): void {
    clearInterval(this.pinging);
    this.redis.disconnect();
  }

  private async subscribe(channel: string): Promise<void> {
    try {
      await this.redis.subscribe(channel);
      this.subscribed = true;
    } catch {
      this.redis.disconnect(true);
    }
  }
}
