import { Module } from '@nestjs/common';
import type { Pool } from 'pg';
import { PROGRESS_WAITER } from './progress-waiter.js';
import { ReadDatabaseLifecycle } from './read-database-lifecycle.js';
import {
  connectProgress,
  connectReadDatabase,
  connectSearch,
  LookUps,
  READ_POOL,
  SEARCH_POOL,
} from './read-database.js';
import { ReadEntities } from './read-entities.js';
import { Resolve } from './resolve.js';

/** Connections to what there is to read. */
@Module({
  providers: [
    { provide: READ_POOL, useFactory: connectReadDatabase },
    { provide: SEARCH_POOL, useFactory: connectSearch },
    LookUps,
    { provide: PROGRESS_WAITER, useFactory: connectProgress, inject: [LookUps] },
    ReadDatabaseLifecycle,
    { provide: ReadEntities, useFactory: (pool: Pool) => new ReadEntities(pool), inject: [READ_POOL] },
    Resolve,
  ],
  exports: [READ_POOL, SEARCH_POOL, LookUps, PROGRESS_WAITER, ReadEntities, Resolve],
})
export class ReadDatabaseModule {}
