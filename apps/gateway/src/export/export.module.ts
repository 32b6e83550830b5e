import { Module } from '@nestjs/common';
import { AnswersModule } from '../answers/answers.module.js';
import { ConsistencyModule } from '../consistency/consistency.module.js';
import { ReadDatabaseModule } from '../read-database/read-database.module.js';
import { ExportController } from './export.controller.js';

/** The export of all data about oneself. */
@Module({ imports: [AnswersModule, ConsistencyModule, ReadDatabaseModule], controllers: [ExportController] })
export class ExportModule {}
