import { Module } from '@nestjs/common';
import { CommandsModule } from '../commands/commands.module.js';
import { ReadDatabaseModule } from '../read-database/read-database.module.js';
import { Decisions } from './decisions.js';

/** Decisions of staff, each bound to the version they have read. */
@Module({ imports: [CommandsModule, ReadDatabaseModule], providers: [Decisions], exports: [Decisions] })
export class DecisionsModule {}
