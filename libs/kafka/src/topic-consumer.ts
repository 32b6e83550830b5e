import type { Consumer, EachBatchPayload } from 'kafkajs';
import { setTimeout as delay } from 'node:timers/promises';
import { connectKafka } from './connect-kafka.js';
import type { KafkaBatchOptions } from './kafka-batch-options.js';
import { toMessageBatch, type MessageBatch } from './message-batch.js';
import { readBegin } from './read-ends.js';

const checkEveryMs = 2_000;
const longestJoinMs = 5_000;

/**
 * The consumer of one topic. It joins its group, gives each batch to the handler until the handler succeeds, and takes its
 * position from the checkpoint.
 */
export class TopicConsumer {
  private consumer: Consumer | undefined;
  private closed = false;
  private joined = false;
  private joinedOnce = false;
  /** The offset that each partition is at; -1 while unknown. */
  private positions = new Map<number, bigint>();
  private readonly committed = new Map<number, bigint>();
  private check: NodeJS.Timeout | undefined;
  private joining: Promise<void> = Promise.resolve();

  constructor(
    private readonly topic: string,
    private readonly handle: (batch: MessageBatch) => Promise<void>,
    private readonly options: KafkaBatchOptions,
  ) {}

  /** Whether this process has been a member of the group. */
  get hasJoined(): boolean {
    return this.joinedOnce;
  }

  start(): void {
    this.joining = this.joinGroup();
  }

  async close(): Promise<void> {
    this.closed = true;
    clearInterval(this.check);
    // A member that is disconnected while it joins stays in the group until its session times out.
    await Promise.race([this.joining, delay(longestJoinMs, undefined, { ref: false })]);
    await this.commitPositions();
    await this.consumer?.disconnect();
  }

  private async joinGroup(): Promise<void> {
    for (let wait = 200; !this.closed; wait = Math.min(wait * 2, 3_000)) {
      try {
        await this.connect();
        return;
      } catch (error) {
        this.options.log?.('warn', 'Kafka cannot be reached yet', { error: String(error) });
        await this.consumer?.disconnect().catch(() => undefined);
        await delay(wait);
      }
    }
  }

  private async connect(): Promise<void> {
    const { brokers, clientId, group, log } = this.options;
    const consumer = connectKafka(brokers, clientId, log).consumer({
      groupId: `${group}.${this.topic}`,
      sessionTimeout: 6_000,
      heartbeatInterval: 1_500,
      rebalanceTimeout: 6_000,
      maxWaitTimeInMs: 500,
      maxBytesPerPartition: 1_048_576,
      allowAutoTopicCreation: false,
      retry: {
        initialRetryTime: 100,
        maxRetryTime: 2_000,
        retries: 5,
        restartOnFailure: () => Promise.resolve(!this.closed),
      },
    });
    this.consumer = consumer;
    consumer.on(consumer.events.CRASH, ({ payload }) => {
      this.joined = false;
      if (!payload.restart && !this.closed) this.options.onCrash?.(payload.error);
    });
    consumer.on(consumer.events.REBALANCING, () => (this.joined = false));
    consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => {
      this.positions = new Map(payload.memberAssignment[this.topic]?.map((partition) => [partition, -1n]));
      // It was closed during the join, and leaves again.
      if (this.closed) return;
      this.joined = true;
      this.joinedOnce = true;
      this.options.onAssigned?.(this.topic);
      void this.checkPositions();
    });
    await consumer.connect();
    if (this.closed) return;
    await consumer.subscribe({ topics: [this.topic], fromBeginning: true });
    await consumer.run({
      partitionsConsumedConcurrently: 2,
      // A commit after each batch would delay the next fetch, and the offset is only a hint.
      autoCommit: false,
      eachBatchAutoResolve: false,
      eachBatch: (payload) => this.giveBatch(payload),
    });
    if (!this.closed) this.check ??= setInterval(() => this.checkAndCommit(), checkEveryMs).unref();
  }

  private checkAndCommit(): void {
    void this.checkPositions();
    void this.commitPositions();
  }

  /** Commits our positions for monitoring of the lag. We ourselves use the checkpoint. */
  private async commitPositions(): Promise<void> {
    if (!this.joined) return;
    const moved = [...this.positions].filter(([partition, at]) => at !== -1n && this.committed.get(partition) !== at);
    if (moved.length === 0) return;
    const offsets = moved.map(([partition, at]) => ({ topic: this.topic, partition, offset: at.toString() }));
    try {
      await this.consumer?.commitOffsets(offsets);
      for (const [partition, at] of moved) this.committed.set(partition, at);
    } catch {
      // The group is rebalancing, or Kafka is away: the next round commits again.
    }
  }

  /** A checkpoint before our position was reset, by a rebuild or a restored database: seek back to it. */
  private async checkPositions(): Promise<void> {
    if (!this.options.startOffsets || !this.joined) return;
    const before = new Map(this.positions);
    const partitions = [...before.keys()].map((partition) => ({ topic: this.topic, partition }));
    try {
      for (const start of await this.options.startOffsets(partitions)) {
        const { partition } = start;
        const position = this.positions.get(partition);
        // While the checkpoints were read a batch was stored, so they are older than the position.
        if (position === undefined || position !== before.get(partition)) continue;
        if (position !== -1n && position <= BigInt(start.offset)) continue;
        // Throws if the consumer has crashed or was closed; the next check tries again.
        this.consumer?.seek(start);
        this.positions.set(partition, BigInt(start.offset));
      }
    } catch (error) {
      this.options.log?.('warn', 'positions cannot be checked', { error: String(error) });
    }
  }

  /** Batches without messages are given too: their markers move the position. */
  private async giveBatch(payload: EachBatchPayload): Promise<void> {
    const { partition } = payload.batch;
    let batch = toMessageBatch(payload);
    for (let wait = 100; payload.isRunning() && !payload.isStale(); wait = Math.min(wait * 2, 2_000)) {
      try {
        await this.handle(batch);
        this.positions.set(partition, batch.nextOffset);
        payload.resolveOffset((batch.nextOffset - 1n).toString());
        await payload.heartbeat();
        return;
      } catch (error) {
        if (error instanceof Error && error.name.startsWith('KafkaJS')) throw error;
        const again = await this.afterError(batch, error);
        if (!again) return;
        if (again === batch) await delay(wait);
        batch = again;
        await payload.heartbeat();
      }
    }
  }

  /**
   * Handles a handler's error. If it has `seekTo`, the partition is moved there, and undefined is returned: a new batch will
   * be fetched. Otherwise returns the batch to try again.
   */
  private async afterError(batch: MessageBatch, error: unknown): Promise<MessageBatch | undefined> {
    const { topic, partition } = batch;
    const { seekTo } = error as { seekTo?: string };
    try {
      if (seekTo === undefined) throw error;
      const begin = await readBegin(this.options.brokers, topic, partition);
      // The topic begins after the checkpoint, and the batch starts there: nothing earlier can be read.
      if (begin > BigInt(seekTo) && batch.fetchedFrom <= begin) return { ...batch, begin };
      const target = begin > BigInt(seekTo) ? begin : BigInt(seekTo);
      this.positions.set(partition, target);
      this.consumer?.seek({ topic, partition, offset: target.toString() });
      return undefined;
    } catch (failed) {
      this.options.log?.('error', 'a batch failed and is tried again', { topic, partition, error: String(failed) });
      return batch;
    }
  }
}
