import { Module } from '@nestjs/common';
import type { Pool } from 'pg';
import { ArticlesModule } from '../articles/articles.module.js';
import { CommandsModule } from '../commands/commands.module.js';
import { ConsistencyModule } from '../consistency/consistency.module.js';
import { DecisionsModule } from '../decisions/decisions.module.js';
import { READ_POOL } from '../read-database/read-database.js';
import { ReadDatabaseModule } from '../read-database/read-database.module.js';
import { DraftStepsController } from './draft-steps.controller.js';
import { DraftSteps } from './draft-steps.js';
import { DraftsController } from './drafts.controller.js';
import { Drafts } from './drafts.js';

/** Articles that are not published yet: saved, submitted, given back, scheduled, published. */
@Module({
  imports: [ArticlesModule, CommandsModule, ConsistencyModule, DecisionsModule, ReadDatabaseModule],
  controllers: [DraftsController, DraftStepsController],
  providers: [DraftSteps, { provide: Drafts, inject: [READ_POOL], useFactory: (pool: Pool) => new Drafts(pool) }],
})
export class DraftsModule {}
