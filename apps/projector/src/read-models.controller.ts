import { Controller, Inject, UseFilters } from '@nestjs/common';
import { EventPattern } from '@nestjs/microservices';
import { topics } from '#contracts/topics.js';
import { MessageErrorFilter } from '#kafka/message-error.filter.js';
import type { MessageBatch } from '#kafka/message-batch.js';
import type { BatchProjector } from '#projection/nest/batch-projector.js';
import { PROJECTOR } from './tokens.js';

/** The topics that the read models are projected from, each read in batches. */
@Controller()
@UseFilters(MessageErrorFilter)
export class ReadModelsController {
  constructor(@Inject(PROJECTOR) private readonly projector: BatchProjector) {}

  @EventPattern(topics.articles.name)
  articles(batch: MessageBatch): Promise<void> {
    return this.projector.apply(batch);
  }

  @EventPattern(topics.comments.name)
  comments(batch: MessageBatch): Promise<void> {
    return this.projector.apply(batch);
  }

  @EventPattern(topics.users.name)
  people(batch: MessageBatch): Promise<void> {
    return this.projector.apply(batch);
  }
}
