import { Module } from '@nestjs/common';
import { CommandsModule } from '../commands/commands.module.js';
import { ReadDatabaseModule } from '../read-database/read-database.module.js';
import { VisitsController } from './visits.controller.js';

/** What accounts have seen of threads. */
@Module({ imports: [CommandsModule, ReadDatabaseModule], controllers: [VisitsController] })
export class VisitsModule {}
