import { KafkaBatchServer } from '#kafka/kafka-batch-server.js';
import type { MessageBatch } from '#kafka/message-batch.js';
import { connectPublisher } from '#kafka/publisher.js';
import type { HealthChecks } from '#service/health-checks.js';
import type { Metrics } from '#service/metrics.js';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { applyBatch } from '../apply-batch.js';
import { readOffsets } from '../checkpoint.js';
import { measureLag, type Lag } from '../measure-lag.js';
import { measureProjection } from '../measure-projection.js';
import { portionsOf } from '../portions-of.js';
import type { ProjectionSet } from '../projection.js';
import { sendDeadLetters } from '../send-dead-letters.js';

export interface BatchProjectorOptions {
  pool: Pool;
  set: ProjectionSet;
  brokers: string[];
  clientId: string;
  log: Logger;
  metrics: Metrics;
  health: HealthChecks;
}

const alertEveryMs = 10_000;

/** One projection set in one process: its consumer, its batches, its dead letters, its alerts. */
export class BatchProjector {
  private server: KafkaBatchServer | undefined;
  private sending: Promise<void> = Promise.resolve();
  private lag: Lag = { messages: 0, cutShort: [] };
  private readonly applied;
  private readonly alerts: NodeJS.Timeout;

  constructor(private readonly options: BatchProjectorOptions) {
    const { metrics, health, pool, set } = options;
    this.applied = metrics.counter('projected_events_total', 'Events applied by this process');
    // Only until the first time: a service goes on serving while Kafka is away.
    health.register('consumer', () =>
      this.server?.hasJoined ? Promise.resolve() : Promise.reject(new Error('has not joined its groups')),
    );
    health.register('topics', () => {
      const { cutShort } = this.lag;
      return cutShort.length === 0 ? Promise.resolve() : Promise.reject(new Error(`cut short: ${cutShort.join(', ')}`));
    });
    metrics.gauge('projection_lag_messages', 'Messages in the topics that are not stored yet', ['schema'], (gauge) =>
      gauge.set({ schema: set.schema }, this.lag.messages),
    );
    let measure: ReturnType<typeof measureProjection> | undefined;
    metrics.gauge(
      'projection_missing_events',
      'Events the relay has sent that never came',
      ['schema'],
      async (gauge) => {
        measure = measureProjection(pool, set.schema);
        gauge.set({ schema: set.schema }, (await measure).missing);
      },
    );
    metrics.gauge('projection_parked_streams', 'Streams waiting for a missing event', ['schema'], async (gauge) =>
      gauge.set({ schema: set.schema }, (await measure)?.parkedStreams ?? 0),
    );
    metrics.gauge('projection_parked_oldest_seconds', 'Age of the oldest parked event', ['schema'], async (gauge) =>
      gauge.set({ schema: set.schema }, (await measure)?.parkedOldestSeconds ?? 0),
    );
    metrics.gauge(
      'projection_halted_streams',
      'Streams stopped by an event that cannot be applied',
      ['schema'],
      async (gauge) => gauge.set({ schema: set.schema }, (await measure)?.haltedStreams ?? 0),
    );
    this.alerts = setInterval(() => void this.alert(), alertEveryMs);
    this.alerts.unref();
  }

  /** The transport that feeds this projector; give it to `bootstrapService`. */
  createServer(): KafkaBatchServer {
    const { brokers, clientId, set, pool, log } = this.options;
    this.server = new KafkaBatchServer({
      brokers,
      clientId,
      group: set.group,
      startOffsets: (partitions) => readOffsets(pool, set.schema, partitions),
      log: (level, message, detail) => log[level](detail, message),
      onCrash: (error) => {
        log.fatal({ err: error }, 'the consumer has stopped for good');
        process.exit(1);
      },
    });
    return this.server;
  }

  async apply(batch: MessageBatch): Promise<void> {
    for (const messages of portionsOf(batch.messages)) {
      await this.applyPortion({ ...batch, messages });
      await batch.heartbeat();
    }
  }

  private async applyPortion(batch: MessageBatch): Promise<void> {
    const { pool, set, log } = this.options;
    const { applied, deadLetters, parked } = await applyBatch(pool, set, batch);
    this.applied.inc(applied);
    const { topic, partition } = batch;
    if (parked > 0) log.warn({ topic, partition, parked }, 'events are parked until their predecessors come');
    if (deadLetters > 0) {
      log.error({ topic, partition, deadLetters }, 'events could not be applied; their streams are halted');
      this.sendDeadLetters();
    }
  }

  async close(): Promise<void> {
    clearInterval(this.alerts);
    await this.sending;
  }

  private sendDeadLetters(): void {
    const { pool, set, brokers, clientId, log } = this.options;
    this.sending = this.sending.then(async () => {
      const publisher = await connectPublisher(brokers, `${clientId}-dlq`);
      try {
        await sendDeadLetters(pool, set, publisher);
      } finally {
        await publisher.disconnect();
      }
    });
    this.sending = this.sending.catch((error: unknown) =>
      log.error({ reason: String(error) }, 'dead letters wait to be sent'),
    );
  }

  private async alert(): Promise<void> {
    const { pool, set, log, brokers } = this.options;
    try {
      const { missing, parkedOldestSeconds, unsentDeadLetters } = await measureProjection(pool, set.schema);
      if (missing > 0)
        log.error(
          { schema: set.schema, missing },
          'events were lost on the way; send them again with `outbox republish`',
        );
      if (parkedOldestSeconds > 30) log.error({ schema: set.schema, parkedOldestSeconds }, 'streams are parked');
      if (unsentDeadLetters > 0) this.sendDeadLetters();
      this.lag = await measureLag(pool, set.schema, brokers);
      const { cutShort } = this.lag;
      if (cutShort.length > 0)
        log.error({ cutShort }, 'topics end before what was read of them: they were lost or made anew; rebuild');
    } catch {
      // The database or Kafka is away; readiness says so.
    }
  }
}
