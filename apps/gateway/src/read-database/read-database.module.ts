import { Module } from '@nestjs/common';
import { PROGRESS_WAITER } from './progress-waiter.js';
import { ReadDatabaseLife } from './read-database-life.js';
import { connectProgress, connectReadDatabase, LookUps, READ_POOL } from './read-database.js';
import { Resolve } from './resolve.js';

/** Connections to what there is to read. */
@Module({
  providers: [
    { provide: READ_POOL, useFactory: connectReadDatabase },
    LookUps,
    { provide: PROGRESS_WAITER, useFactory: connectProgress, inject: [LookUps] },
    ReadDatabaseLife,
    Resolve,
  ],
  exports: [READ_POOL, LookUps, PROGRESS_WAITER, Resolve],
})
export class ReadDatabaseModule {}
