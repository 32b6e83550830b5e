import { Controller, Inject, UseFilters } from '@nestjs/common';
import { EventPattern } from '@nestjs/microservices';
import { topics } from '#contracts/topics.js';
import { MessageErrorFilter } from '#kafka/message-error.filter.js';
import type { MessageBatch } from '#kafka/message-batch.js';
import type { BatchProjector } from '#projection/nest/batch-projector.js';
import { PROJECTOR } from '#projection/nest/listening.module.js';

/** The topics from which comments learns what there is to comment on, and who may: of each a batch at a time. */
@Controller()
@UseFilters(MessageErrorFilter)
export class ListeningController {
  constructor(@Inject(PROJECTOR) private readonly projector: BatchProjector) {}

  @EventPattern(topics.articles.name)
  articles(batch: MessageBatch): Promise<void> {
    return this.projector.apply(batch);
  }

  @EventPattern(topics.users.name)
  people(batch: MessageBatch): Promise<void> {
    return this.projector.apply(batch);
  }
}
