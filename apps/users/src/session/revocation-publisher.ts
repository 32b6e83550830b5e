import type { PersonFact } from '#contracts/events.js';
import { endingsChannel, endingsMessages } from '#redis/endings.js';
import type { RedisLink } from '#redis/redis-link.js';
import type { Metrics } from '#process/metrics.js';
import { endingsOf } from './endings-of.js';

/**
 * Publishes ended sessions to the gateways, sooner than the projection does. Nobody waits for it, and it is not repeated if
 * Redis is away: the events are authoritative.
 */
export class RevocationPublisher {
  constructor(
    private readonly link: RedisLink | undefined,
    metrics: Metrics,
  ) {
    metrics.gauge('redis_answers', '1 while Redis answers this process', [], (gauge) =>
      gauge.set(Number(link?.isUp ?? false)),
    );
  }

  /** @param events that are committed */
  tell(events: PersonFact[]): void {
    for (const message of endingsMessages(endingsOf(events))) {
      void this.link?.ask((redis) => redis.publish(endingsChannel, message));
    }
  }

  close(): void {
    this.link?.close();
  }
}
