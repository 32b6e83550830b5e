import { Module } from '@nestjs/common';
import type { Pool } from 'pg';
import { AnswersModule } from '../answers/answers.module.js';
import { BigAnswers } from '../answers/big-answers.js';
import { CacheModule } from '../cache/cache.module.js';
import { CommandsModule } from '../commands/commands.module.js';
import { ConsistencyModule } from '../consistency/consistency.module.js';
import { LookUps, READ_POOL } from '../read-database/read-database.js';
import { ReadDatabaseModule } from '../read-database/read-database.module.js';
import { ArticlesController } from './articles.controller.js';
import { Articles } from './articles.js';
import { PublishingController } from './publishing.controller.js';

/** Reading and publishing articles, closing and reopening their comments. */
@Module({
  imports: [AnswersModule, CacheModule, CommandsModule, ConsistencyModule, ReadDatabaseModule],
  controllers: [ArticlesController, PublishingController],
  providers: [
    {
      provide: Articles,
      inject: [READ_POOL, LookUps, BigAnswers],
      useFactory: (pool: Pool, lookUps: LookUps, big: BigAnswers) => new Articles({ pool, lookUps, big }),
    },
  ],
})
export class ArticlesModule {}
