import { Module } from '@nestjs/common';
import { CommandsModule } from '../commands/commands.module.js';
import { ConsistencyModule } from '../consistency/consistency.module.js';
import { env } from '../env.js';
import { ReadDatabaseModule } from '../read-database/read-database.module.js';
import { MeController } from './me.controller.js';
import { Me } from './me.js';
import { OwnSanctionsController } from './own-sanctions.controller.js';
import { SECOND_FACTOR_REQUIRED_OF } from './second-factor-required.js';

/** The callers' own data, and the sanctions against them. */
@Module({
  imports: [CommandsModule, ConsistencyModule, ReadDatabaseModule],
  controllers: [MeController, OwnSanctionsController],
  providers: [Me, { provide: SECOND_FACTOR_REQUIRED_OF, useValue: env.REQUIRE_SECOND_FACTOR }],
  exports: [Me],
})
export class MeModule {}
