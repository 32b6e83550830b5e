import { Server, type CustomTransportStrategy, type MessageHandler } from '@nestjs/microservices';
import { isObservable, lastValueFrom } from 'rxjs';
import type { KafkaBatchOptions } from './kafka-batch-options.js';
import type { MessageBatch } from './message-batch.js';
import { TopicConsumer } from './topic-consumer.js';

/**
 * Nest's transport over kafkajs `eachBatch`: the handler of `@EventPattern('<topic>')` gets a {@link MessageBatch}. If a
 * handler throws, it gets the same batch again, with growing delay, until it succeeds or the partition is revoked; an error
 * with a `seekTo` offset moves the partition there instead. Each topic has its own consumer and group, so that none waits
 * for another's batches.
 */
export class KafkaBatchServer extends Server implements CustomTransportStrategy {
  private consumers: TopicConsumer[] = [];

  constructor(private readonly options: KafkaBatchOptions) {
    super();
  }

  /** Those there are handlers for. */
  get topics(): string[] {
    return [...this.messageHandlers.keys()];
  }

  /** Whether this process has been a member of all its groups. */
  get hasJoined(): boolean {
    return this.consumers.length > 0 && this.consumers.every(({ hasJoined }) => hasJoined);
  }

  listen(callback: () => void): void {
    this.consumers = [...this.messageHandlers].map(
      ([topic, handler]) => new TopicConsumer(topic, (batch) => runHandler(handler, batch), this.options),
    );
    for (const consumer of this.consumers) consumer.start();
    callback();
  }

  async close(): Promise<void> {
    await Promise.all(this.consumers.map((consumer) => consumer.close()));
  }

  on(): void {
    throw new Error('KafkaBatchServer has no events; see hasJoined');
  }

  unwrap<T>(): T {
    return this.consumers as T;
  }
}

async function runHandler(handler: MessageHandler, batch: MessageBatch): Promise<void> {
  const result: unknown = await handler(batch, undefined);
  if (isObservable(result)) await lastValueFrom(result, { defaultValue: undefined });
}
