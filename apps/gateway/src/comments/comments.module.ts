import { Module } from '@nestjs/common';
import type { Pool } from 'pg';
import type { CommentNames } from '#read-models/comment-thread/author.sql.js';
import { AnswersModule } from '../answers/answers.module.js';
import { BigAnswers } from '../answers/big-answers.js';
import { CacheModule } from '../cache/cache.module.js';
import { CommandsModule } from '../commands/commands.module.js';
import { ConsistencyModule } from '../consistency/consistency.module.js';
import { env } from '../env.js';
import { LookUps, READ_POOL } from '../read-database/read-database.js';
import { ReadDatabaseModule } from '../read-database/read-database.module.js';
import { COMMENT_NAMES } from './comment-names.js';
import { CommentChangesController } from './comment-changes.controller.js';
import { CommentsController } from './comments.controller.js';
import { Threads } from './threads.js';

/** Reading threads and commenting. */
@Module({
  imports: [AnswersModule, CacheModule, CommandsModule, ConsistencyModule, ReadDatabaseModule],
  controllers: [CommentsController, CommentChangesController],
  providers: [
    { provide: COMMENT_NAMES, useValue: env.COMMENT_NAMES },
    {
      provide: Threads,
      inject: [READ_POOL, LookUps, COMMENT_NAMES, BigAnswers],
      useFactory: (pool: Pool, lookUps: LookUps, names: CommentNames, big: BigAnswers) =>
        new Threads({ pool, lookUps, names, big }),
    },
  ],
  exports: [COMMENT_NAMES, Threads],
})
export class CommentsModule {}
