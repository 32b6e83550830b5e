import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { endingsChannel } from '#redis/endings.js';
import { RedisSubscription } from '#redis/redis-subscription.js';
import type { Metrics } from '#process/metrics.js';
import { RevocationCache } from './revocation-cache.js';

/** Receives ended sessions over Redis while this process runs; without Redis it receives none. */
@Injectable()
export class EndingsSubscription implements OnApplicationShutdown {
  readonly received = new RevocationCache();
  private readonly subscription: RedisSubscription | undefined;

  constructor(url: string | undefined, metrics: Metrics) {
    metrics.gauge('endings_heard', '1 while this process hears over Redis what has ended', [], (gauge) =>
      gauge.set(Number(this.subscription?.isHearing ?? false)),
    );
    if (url === undefined) return;
    const receive = (message: string) => this.received.receive(message);
    this.subscription = new RedisSubscription({ url, name: 'gateway-endings', channel: endingsChannel, receive });
  }

  onApplicationShutdown(): void {
    this.subscription?.close();
  }
}
