import { Module } from '@nestjs/common';
import { ReadDatabaseModule } from '../read-database/read-database.module.js';
import { Consistency } from './consistency.js';

/** Waiting until the read database shows a version. */
@Module({ imports: [ReadDatabaseModule], providers: [Consistency], exports: [Consistency] })
export class ConsistencyModule {}
