import { Inject, Module, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Pool } from 'pg';
import type { ProgressWaiter } from '#projection/wait-for-versions.js';
import { Metrics } from '#process/metrics.js';
import { ConsistencyModule } from '../consistency/consistency.module.js';
import { PROGRESS_WAITER } from '../read-database/progress-waiter.js';
import { LookUps, READ_POOL } from '../read-database/read-database.js';
import { ReadDatabaseModule } from '../read-database/read-database.module.js';
import { ArticleStreams } from './article-streams.js';
import { LiveController } from './live.controller.js';
import { LiveStreams } from './live-streams.js';
import { ReplyStreams } from './reply-streams.js';

const needed = { inject: [LiveStreams, LookUps, READ_POOL] };

/** Streams of what happens to articles, and of replies to one's own comments. */
@Module({
  imports: [ConsistencyModule, ReadDatabaseModule],
  controllers: [LiveController],
  providers: [
    { provide: LiveStreams, useFactory: () => new LiveStreams() },
    {
      ...{ provide: ArticleStreams, ...needed },
      useFactory: (streams: LiveStreams, lookUps: LookUps, pool: Pool) =>
        new ArticleStreams({ streams, lookUps, pool }),
    },
    {
      ...{ provide: ReplyStreams, ...needed },
      useFactory: (streams: LiveStreams, lookUps: LookUps, pool: Pool) => new ReplyStreams({ streams, lookUps, pool }),
    },
  ],
})
export class LiveModule implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(
    @Inject(PROGRESS_WAITER) private readonly progress: ProgressWaiter,
    @Inject(LiveStreams) private readonly streams: LiveStreams,
    @Inject(ArticleStreams) private readonly articles: ArticleStreams,
    @Inject(ReplyStreams) private readonly replies: ReplyStreams,
    @Inject(Metrics) private readonly metrics: Metrics,
  ) {}

  onApplicationBootstrap(): void {
    for (const each of [this.articles, this.replies]) this.progress.onNews(() => each.wake());
    this.metrics.gauge('live_streams', 'Open streams of this process', [], (gauge) => gauge.set(this.streams.count));
  }

  onApplicationShutdown(): void {
    for (const each of [this.articles, this.replies, this.streams]) each.close();
  }
}
