import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Pool } from 'pg';
import type { ProgressWaiter } from '#projection/wait-for-versions.js';
import { HealthChecks } from '#process/health-checks.js';
import { PROGRESS_WAITER } from './progress-waiter.js';
import { READ_POOL, SEARCH_POOL } from './read-database.js';

/** The gateway is ready while it can read, and hears of what is new. */
@Injectable()
export class ReadDatabaseLifecycle implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    @Inject(SEARCH_POOL) private readonly searches: Pool,
    @Inject(PROGRESS_WAITER) private readonly progress: ProgressWaiter,
    @Inject(HealthChecks) private readonly health: HealthChecks,
  ) {}

  onApplicationBootstrap(): void {
    this.progress.start();
    this.health.register('read database', () => this.pool.query('SELECT 1 FROM stream_progress LIMIT 1'));
    this.health.register('notifications', async () => {
      if (!this.progress.isListening) throw new Error('not listening');
      await Promise.resolve();
    });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.progress.close();
    await Promise.all([this.pool.end(), this.searches.end()]);
  }
}
