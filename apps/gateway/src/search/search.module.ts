import { Module } from '@nestjs/common';
import type { Pool } from 'pg';
import type { CommentNames } from '#read-models/comment-thread/author.sql.js';
import { CacheModule } from '../cache/cache.module.js';
import { COMMENT_NAMES } from '../comments/comment-names.js';
import { CommentsModule } from '../comments/comments.module.js';
import { ConsistencyModule } from '../consistency/consistency.module.js';
import { LookUps, SEARCH_POOL } from '../read-database/read-database.js';
import { ReadDatabaseModule } from '../read-database/read-database.module.js';
import { SearchController } from './search.controller.js';
import { Search } from './search.js';

/** Search in articles and comments, and suggestions for it. */
@Module({
  imports: [CacheModule, CommentsModule, ConsistencyModule, ReadDatabaseModule],
  controllers: [SearchController],
  providers: [
    {
      provide: Search,
      inject: [SEARCH_POOL, LookUps, COMMENT_NAMES],
      useFactory: (pool: Pool, lookUps: LookUps, names: CommentNames) => new Search({ pool, lookUps, names }),
    },
  ],
})
export class SearchModule {}
