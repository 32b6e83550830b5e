import { Controller, Inject } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { topics } from '#contracts/topics.js';
import type { MessageBatch } from '#kafka/message-batch.js';
import type { BatchProjector } from '#projection/nest/batch-projector.js';
import type { ErasureReplay } from '#keyring/nest/erasure-replay.js';
import { ERASURE_REPLAY, PROJECTOR } from './tokens.js';

@Controller()
export class TopicsController {
  constructor(
    @Inject(PROJECTOR) private readonly projector: BatchProjector,
    @Inject(ERASURE_REPLAY) private readonly erasures: ErasureReplay,
  ) {}

  @EventPattern(topics.articles.name)
  articles(@Payload() batch: MessageBatch): Promise<void> {
    return this.apply(batch);
  }

  @EventPattern(topics.comments.name)
  comments(@Payload() batch: MessageBatch): Promise<void> {
    return this.apply(batch);
  }

  @EventPattern(topics.users.name)
  people(@Payload() batch: MessageBatch): Promise<void> {
    return this.apply(batch);
  }

  /** With a restored keyring, what is projected before the erasures are replayed would be in clear. */
  private async apply(batch: MessageBatch): Promise<void> {
    await this.erasures.done();
    await this.projector.apply(batch);
  }
}
