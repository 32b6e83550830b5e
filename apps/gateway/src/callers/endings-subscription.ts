import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { endingsChannel } from '#redis/endings.js';
import { RedisSubscription } from '#redis/redis-subscription.js';
import type { Metrics } from '#process/metrics.js';
import { HeardEndings } from './heard-endings.js';

/** Receives ended sessions over Redis while this process runs; without Redis it receives none. */
@Injectable()
export class EndingsSubscription implements OnApplicationShutdown {
  readonly heard = new HeardEndings();
  private readonly subscription: RedisSubscription | undefined;

  constructor(url: string | undefined, metrics: Metrics) {
    metrics.gauge('endings_heard', '1 while this process hears over Redis what has ended', [], (gauge) =>
      gauge.set(Number(this.subscription?.isHearing ?? false)),
    );
    if (url === undefined) return;
    const hear = (message: string) => this.heard.hear(message);
    this.subscription = new RedisSubscription({ url, name: 'gateway-endings', channel: endingsChannel, hear });
  }

  onApplicationShutdown(): void {
    this.subscription?.close();
  }
}
