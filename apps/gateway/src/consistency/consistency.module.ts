import { Module } from '@nestjs/common';
import { ReadDatabaseModule } from '../read-database/read-database.module.js';
import { Consistency } from './consistency.js';

/** Waits until the read database has a version. */
@Module({ imports: [ReadDatabaseModule], providers: [Consistency], exports: [Consistency] })
export class ConsistencyModule {}
