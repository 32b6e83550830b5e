import { Module } from '@nestjs/common';
import { CommandsModule } from '../commands/commands.module.js';
import { ConsistencyModule } from '../consistency/consistency.module.js';
import { ReadDatabaseModule } from '../read-database/read-database.module.js';
import { MeController } from './me.controller.js';
import { Me } from './me.js';
import { OwnSanctionsController } from './own-sanctions.controller.js';

/** The callers' own data, and the sanctions against them. */
@Module({
  imports: [CommandsModule, ConsistencyModule, ReadDatabaseModule],
  controllers: [MeController, OwnSanctionsController],
  providers: [Me],
  exports: [Me],
})
export class MeModule {}
