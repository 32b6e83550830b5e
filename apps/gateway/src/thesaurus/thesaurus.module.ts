import { Module } from '@nestjs/common';
import type { Pool } from 'pg';
import { ArticlesModule } from '../articles/articles.module.js';
import { CommandsModule } from '../commands/commands.module.js';
import { ConsistencyModule } from '../consistency/consistency.module.js';
import { DecisionsModule } from '../decisions/decisions.module.js';
import { PreviewsModule } from '../previews/previews.module.js';
import { READ_POOL } from '../read-database/read-database.js';
import { ReadDatabaseModule } from '../read-database/read-database.module.js';
import { EntriesController } from './entries.controller.js';
import { HouseController } from './house.controller.js';
import { HouseDifference } from './house-difference.js';
import { ThesaurusController } from './thesaurus.controller.js';
import { ThesaurusList } from './thesaurus-list.js';

/** The house thesaurus: its entries, what they would change where, and the version that an article is pinned to. */
@Module({
  imports: [ArticlesModule, CommandsModule, ConsistencyModule, DecisionsModule, PreviewsModule, ReadDatabaseModule],
  controllers: [ThesaurusController, EntriesController, HouseController],
  providers: [
    HouseDifference,
    { provide: ThesaurusList, inject: [READ_POOL], useFactory: (pool: Pool) => new ThesaurusList(pool) },
  ],
})
export class ThesaurusModule {}
