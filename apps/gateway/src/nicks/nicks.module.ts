import { Module } from '@nestjs/common';
import { CommandsModule } from '../commands/commands.module.js';
import { ConsistencyModule } from '../consistency/consistency.module.js';
import { MeModule } from '../me/me.module.js';
import { ReadDatabaseModule } from '../read-database/read-database.module.js';
import { NicksController } from './nicks.controller.js';

/** Picking a nick, and returning to the original name. */
@Module({ imports: [CommandsModule, ConsistencyModule, MeModule, ReadDatabaseModule], controllers: [NicksController] })
export class NicksModule {}
