import { Controller, Inject } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { topics } from '#contracts/topics.js';
import type { MessageBatch } from '#kafka/message-batch.js';
import type { BatchProjector } from '#projection/nest/batch-projector.js';
import { PROJECTOR } from './tokens.js';

@Controller()
export class TopicsController {
  constructor(@Inject(PROJECTOR) private readonly projector: BatchProjector) {}

  @EventPattern(topics.articles.name)
  articles(@Payload() batch: MessageBatch): Promise<void> {
    return this.projector.apply(batch);
  }

  @EventPattern(topics.comments.name)
  comments(@Payload() batch: MessageBatch): Promise<void> {
    return this.projector.apply(batch);
  }

  @EventPattern(topics.users.name)
  people(@Payload() batch: MessageBatch): Promise<void> {
    return this.projector.apply(batch);
  }
}
