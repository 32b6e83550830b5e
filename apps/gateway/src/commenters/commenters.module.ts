import { Module } from '@nestjs/common';
import type { Pool } from 'pg';
import type { CommentNames } from '#read-models/comment-thread/author.sql.js';
import { AnswersModule } from '../answers/answers.module.js';
import { BigAnswers } from '../answers/big-answers.js';
import { COMMENT_NAMES } from '../comments/comment-names.js';
import { CommentsModule } from '../comments/comments.module.js';
import { ConsistencyModule } from '../consistency/consistency.module.js';
import { READ_POOL } from '../read-database/read-database.js';
import { ReadDatabaseModule } from '../read-database/read-database.module.js';
import { Commenters } from './commenters.js';
import { CommentersController } from './commenters.controller.js';

/** Public pages of people who comment, guests and accounts. */
@Module({
  imports: [AnswersModule, CommentsModule, ConsistencyModule, ReadDatabaseModule],
  controllers: [CommentersController],
  providers: [
    {
      provide: Commenters,
      inject: [READ_POOL, COMMENT_NAMES, BigAnswers],
      useFactory: (pool: Pool, names: CommentNames, big: BigAnswers) => new Commenters({ pool, names, big }),
    },
  ],
})
export class CommentersModule {}
