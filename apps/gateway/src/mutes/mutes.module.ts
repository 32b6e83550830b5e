import { Module } from '@nestjs/common';
import { CommandsModule } from '../commands/commands.module.js';
import { ConsistencyModule } from '../consistency/consistency.module.js';
import { ReadDatabaseModule } from '../read-database/read-database.module.js';
import { MutesController } from './mutes.controller.js';

/** What people mute. */
@Module({ imports: [CommandsModule, ConsistencyModule, ReadDatabaseModule], controllers: [MutesController] })
export class MutesModule {}
