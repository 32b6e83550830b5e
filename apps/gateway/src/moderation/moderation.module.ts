import { Module } from '@nestjs/common';
import { CommandsModule } from '../commands/commands.module.js';
import { CommentsModule } from '../comments/comments.module.js';
import { ConsistencyModule } from '../consistency/consistency.module.js';
import { DecisionsModule } from '../decisions/decisions.module.js';
import { ReadDatabaseModule } from '../read-database/read-database.module.js';
import { AddressRangesController } from './address-ranges.controller.js';
import { HeldCommentsController } from './held-comments.controller.js';

/** Held comments, and ranges of addresses. */
@Module({
  imports: [CommandsModule, CommentsModule, ConsistencyModule, DecisionsModule, ReadDatabaseModule],
  controllers: [AddressRangesController, HeldCommentsController],
})
export class ModerationModule {}
