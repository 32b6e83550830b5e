import { KafkaBatchServer } from '#kafka/kafka-batch-server.js';
import type { MessageBatch } from '#kafka/message-batch.js';
import { connectPublisher } from '#kafka/publisher.js';
import type { HealthChecks } from '#process/health-checks.js';
import type { Metrics } from '#process/metrics.js';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { inTransaction } from '#postgres/in-transaction.js';
import { isAway } from '#postgres/is-away.js';
import { retryUntilAvailable } from '#process/retry-until-available.js';
import { PoisonMessageGuard } from '../poison-message-guard.js';
import { readOffsets } from '../checkpoint.js';
import { truncationText } from '../log-truncations.js';
import { measureLag, type Lag } from '../measure-lag.js';
import { measureProjection } from '../measure-projection.js';
import type { ProjectionSet } from '../projection.js';
import { refoldBehind } from '../refold-behind.js';
import { sendDeadLetters } from '../send-dead-letters.js';
import { BuildProgress } from './build-progress.js';
import { CatchingUp } from './catching-up.js';
import { resumeKnownTypes } from './resume-known-types.js';
import { registerProjectionGauges } from './projection-gauges.js';
import { UnknownTypes } from './unknown-types.js';

export interface BatchProjectorOptions {
  pool: Pool;
  set: ProjectionSet;
  brokers: string[];
  clientId: string;
  log: Logger;
  metrics: Metrics;
  health: HealthChecks;
  /** Work that must be done before anything is applied. */
  before?: () => Promise<void>;
  /** Milliseconds between two looks at what is wrong or left undone. */
  alertEveryMs?: number;
}

const takesOverWithinMs = 600_000;

/** One projection set in one process: its consumer, its batches, its dead letters, its alerts. */
export class BatchProjector {
  private server: KafkaBatchServer | undefined;
  private sending: Promise<void> = Promise.resolve();
  private measured = false;
  private lag: Lag = { messages: 0, cutShort: [], truncations: [] };
  private readonly batches: PoisonMessageGuard;
  private readonly applied;
  private readonly unknown: UnknownTypes;
  private readonly catchingUp: CatchingUp;
  /** What the next round of catching up does beside resuming: it stays here if it fails. */
  private readonly due = new Set<'takeOver' | 'refold'>();
  private readonly progress: BuildProgress;
  private readonly alerts: NodeJS.Timeout;

  constructor(private readonly options: BatchProjectorOptions) {
    const { metrics, health, pool, set, log, brokers, alertEveryMs = 10_000 } = options;
    this.batches = new PoisonMessageGuard(pool, set);
    this.applied = metrics.counter('projected_events_total', 'Events applied by this process');
    // Only until it has joined once: afterwards the service keeps serving while Kafka is away.
    health.register('consumer', () =>
      this.server?.hasJoined ? Promise.resolve() : Promise.reject(new Error('has not joined its groups')),
    );
    health.register(
      'topics',
      () => this.checkTopics(),
      () => this.truncationText(),
    );
    registerProjectionGauges(metrics, pool, set.schema, () => this.lag);
    this.unknown = new UnknownTypes(metrics, log, pool, set);
    this.catchingUp = new CatchingUp(
      (signal) => this.catchUp(signal),
      (error) => log.warn({ reason: String(error) }, 'streams that waited for this version could not be resumed yet'),
    );
    this.progress = new BuildProgress({ pool, schema: set.schema, brokers, log });
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
      onAssigned: (topic) => {
        this.batches.assigned(topic);
        this.progress.begin(this.server?.topics ?? []);
        // An older version may have given its partitions to this process, with events that only this version knows.
        for (const what of ['takeOver', 'refold'] as const) this.due.add(what);
        this.catchingUp.begin();
      },
      log: (level, message, detail) => log[level](detail, message),
      onCrash: (error) => {
        log.fatal({ err: error }, 'the consumer has stopped for good');
        process.exit(1);
      },
    });
    return this.server;
  }

  /** Where its rows are, and its lag as measured last; undefined before that. */
  get described(): { schema: string; lag: number | undefined } {
    return { schema: this.options.set.schema, lag: this.measured ? this.lag.messages : undefined };
  }

  async apply(batch: MessageBatch): Promise<void> {
    const { log, before } = this.options;
    await before?.();
    const { applied, deadLetters, parked, waiting, unknownTypes } = await this.batches.apply(batch);
    this.applied.inc(applied);
    this.unknown.came(unknownTypes);
    const { topic, partition } = batch;
    if (parked > waiting) log.warn({ topic, partition, parked }, 'events are parked until their predecessors come');
    if (deadLetters > 0) {
      log.error({ topic, partition, deadLetters }, 'events could not be applied; their streams are halted');
      this.sendDeadLetters();
    }
  }

  async close(): Promise<void> {
    clearInterval(this.alerts);
    await this.progress.stop();
    await this.catchingUp.stop();
    await this.sending;
  }

  private async catchUp(signal: AbortSignal): Promise<void> {
    const { before, ...options } = this.options;
    await before?.();
    await this.ifDue('takeOver', () => this.takeOver(signal));
    await resumeKnownTypes(options, {
      signal,
      turn: (work) => this.batches.beside(work),
      deadLetters: () => this.sendDeadLetters(),
    });
    await this.ifDue('refold', () => this.refoldBehind(signal));
  }

  /** @param work returns whether some of it is left. */
  private async ifDue(what: 'takeOver' | 'refold', work: () => Promise<boolean>): Promise<void> {
    if (!this.due.delete(what)) return;
    let isLeft = true;
    try {
      isLeft = await work();
    } finally {
      if (isLeft) this.due.add(what);
    }
  }

  private refoldBehind(signal: AbortSignal): Promise<boolean> {
    const { pool, set, brokers, log } = this.options;
    return refoldBehind(pool, set, {
      ...{ brokers, signal, turn: (work) => this.batches.beside(work) },
      onPortion: ({ refolded, failed }) => {
        log.info({ schema: set.schema, refolded }, 'rows of an older version were made anew from their topic');
        if (failed.length > 0) log.error({ schema: set.schema, failed: failed.length }, 'some cannot be; rebuild');
      },
    });
  }

  private async takeOver(signal: AbortSignal): Promise<boolean> {
    const { pool, set, log } = this.options;
    if (!set.takeOver) return false;
    const taking = () => inTransaction(pool, (client) => set.takeOver?.(client) ?? Promise.resolve());
    await retryUntilAvailable(`the database of ${set.schema}`, taking, {
      ...{ log, limitMs: takesOverWithinMs },
      mayPass: (error) => isAway(error) && !signal.aborted,
    });
    return false;
  }

  private checkTopics(): Promise<void> {
    const { cutShort } = this.lag;
    return cutShort.length === 0 ? Promise.resolve() : Promise.reject(new Error(`cut short: ${cutShort.join(', ')}`));
  }

  private truncationText(): string | undefined {
    const { truncations } = this.lag;
    return truncations.length === 0 ? undefined : truncations.map(truncationText).join(', ');
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
      if ((await this.unknown.look()) || this.due.size > 0) this.catchingUp.begin();
      const before = this.truncationText();
      this.lag = await measureLag(pool, set.schema, brokers);
      this.measured = true;
      const { cutShort } = this.lag;
      const late = this.truncationText();
      if (late !== undefined && late !== before)
        log.error({ schema: set.schema, late }, 'messages were deleted before they were read here; the rest is read');
      if (cutShort.length > 0)
        log.error({ cutShort }, 'topics end before the stored offsets: they were lost or recreated; rebuild');
    } catch {
      // The database or Kafka is away; readiness says so.
    }
  }
}
