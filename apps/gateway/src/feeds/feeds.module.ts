import { Module } from '@nestjs/common';
import type { Pool } from 'pg';
import type { CommentNames } from '#read-models/comment-thread/author.sql.js';
import { CachedAnswers } from '../cache/cached-answers.js';
import { CacheModule } from '../cache/cache.module.js';
import { COMMENT_NAMES } from '../comments/comment-names.js';
import { CommentsModule } from '../comments/comments.module.js';
import { Consistency } from '../consistency/consistency.js';
import { ConsistencyModule } from '../consistency/consistency.module.js';
import { env } from '../env.js';
import { LookUps, READ_POOL } from '../read-database/read-database.js';
import { ReadDatabaseModule } from '../read-database/read-database.module.js';
import { FeedAnswers } from './feed-answers.js';
import { Feeds } from './feeds.js';
import { FeedsController } from './feeds.controller.js';
import { Sitemaps } from './sitemaps.js';
import { SitemapsController } from './sitemaps.controller.js';

/** Feeds and the sitemap, at the site's own addresses: web passes them through. */
@Module({
  imports: [CacheModule, CommentsModule, ConsistencyModule, ReadDatabaseModule],
  controllers: [FeedsController, SitemapsController],
  providers: [
    {
      provide: FeedAnswers,
      inject: [CachedAnswers, Consistency],
      useFactory: (cached: CachedAnswers, consistency: Consistency) =>
        new FeedAnswers({ cached, consistency, trusted: env.TRUSTED_PROXIES }),
    },
    {
      provide: Feeds,
      inject: [READ_POOL, LookUps, COMMENT_NAMES],
      useFactory: (pool: Pool, lookUps: LookUps, names: CommentNames) => new Feeds({ pool, lookUps, names }),
    },
    { provide: Sitemaps, inject: [READ_POOL], useFactory: (pool: Pool) => new Sitemaps(pool) },
  ],
})
export class FeedsModule {}
