import { Module } from '@nestjs/common';
import { CommandsModule } from '../commands/commands.module.js';
import { ConsistencyModule } from '../consistency/consistency.module.js';
import { ReadDatabaseModule } from '../read-database/read-database.module.js';
import { PeopleController } from './people.controller.js';
import { PersonRecords } from './person-records.js';
import { RolesController } from './roles.controller.js';
import { SanctionsController } from './sanctions.controller.js';
import { UnlinkingController } from './unlinking.controller.js';

/** People as staff sees them, and staff's decisions about them: roles, sanctions, unlinking. */
@Module({
  imports: [CommandsModule, ConsistencyModule, ReadDatabaseModule],
  controllers: [PeopleController, RolesController, SanctionsController, UnlinkingController],
  providers: [PersonRecords],
})
export class PeopleModule {}
