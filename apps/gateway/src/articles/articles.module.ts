import { Module } from '@nestjs/common';
import type { Pool } from 'pg';
import { AnswersModule } from '../answers/answers.module.js';
import { BigAnswers } from '../answers/big-answers.js';
import { CacheModule } from '../cache/cache.module.js';
import { CommandsModule } from '../commands/commands.module.js';
import { ConsistencyModule } from '../consistency/consistency.module.js';
import { DecisionsModule } from '../decisions/decisions.module.js';
import { LookUps, READ_POOL } from '../read-database/read-database.js';
import { ReadDatabaseModule } from '../read-database/read-database.module.js';
import { ArticlesController } from './articles.controller.js';
import { Articles } from './articles.js';
import { ChangedArticles } from './changed-articles.js';
import { ClosingController } from './closing.controller.js';
import { FavoritesController } from './favorites.controller.js';
import { FormerAddressesController } from './former-addresses.controller.js';
import { PublishingController } from './publishing.controller.js';
import { TagsController } from './tags.controller.js';

/** Reading, publishing, revising and withdrawing articles, favourites, closing and reopening comments. */
@Module({
  imports: [AnswersModule, CacheModule, CommandsModule, ConsistencyModule, DecisionsModule, ReadDatabaseModule],
  controllers: [
    ArticlesController,
    TagsController,
    FormerAddressesController,
    PublishingController,
    ClosingController,
    FavoritesController,
  ],
  providers: [
    ChangedArticles,
    {
      provide: Articles,
      inject: [READ_POOL, LookUps, BigAnswers],
      useFactory: (pool: Pool, lookUps: LookUps, big: BigAnswers) => new Articles({ pool, lookUps, big }),
    },
  ],
  exports: [ChangedArticles],
})
export class ArticlesModule {}
