import { Module } from '@nestjs/common';
import type { Pool } from 'pg';
import { CommandsModule } from '../commands/commands.module.js';
import { CommentsModule } from '../comments/comments.module.js';
import { ConsistencyModule } from '../consistency/consistency.module.js';
import { DecisionsModule } from '../decisions/decisions.module.js';
import { ReadDatabaseModule } from '../read-database/read-database.module.js';
import { AddressRangesController } from './address-ranges.controller.js';
import { READ_POOL } from '../read-database/read-database.js';
import { Reach } from './reach.js';
import { ReachController } from './reach.controller.js';
import { CommentRevisionsController } from './comment-revisions.controller.js';
import { HeldCommentsController } from './held-comments.controller.js';

/** Held comments, and ranges of addresses. */
@Module({
  imports: [CommandsModule, CommentsModule, ConsistencyModule, DecisionsModule, ReadDatabaseModule],
  controllers: [AddressRangesController, ReachController, HeldCommentsController, CommentRevisionsController],
  providers: [{ provide: Reach, inject: [READ_POOL], useFactory: (pool: Pool) => new Reach(pool) }],
})
export class ModerationModule {}
