import { Module } from '@nestjs/common';
import type { Pool } from 'pg';
import { CommandsModule } from '../commands/commands.module.js';
import { DecisionsModule } from '../decisions/decisions.module.js';
import { ConsistencyModule } from '../consistency/consistency.module.js';
import { READ_POOL } from '../read-database/read-database.js';
import { ReadDatabaseModule } from '../read-database/read-database.module.js';
import { PeopleList } from './people-list.js';
import { PeopleListController } from './people-list.controller.js';
import { LostSecondFactorController } from './lost-second-factor.controller.js';
import { PeopleController } from './people.controller.js';
import { ReadEntities } from '../read-database/read-entities.js';
import { PersonPages } from './person-pages.js';
import { PersonRecords } from './person-records.js';
import { RolesController } from './roles.controller.js';
import { SanctionsController } from './sanctions.controller.js';
import { UnlinkingController } from './unlinking.controller.js';

/** People as staff sees them, and staff's decisions about them: roles, sanctions, unlinking. */
@Module({
  imports: [CommandsModule, ConsistencyModule, DecisionsModule, ReadDatabaseModule],
  controllers: [
    PeopleListController,
    PeopleController,
    RolesController,
    SanctionsController,
    UnlinkingController,
    LostSecondFactorController,
  ],
  providers: [
    PersonRecords,
    {
      provide: PersonPages,
      inject: [READ_POOL, ReadEntities],
      useFactory: (pool: Pool, entities: ReadEntities) => new PersonPages({ pool, entities }),
    },
    { provide: PeopleList, inject: [READ_POOL], useFactory: (pool: Pool) => new PeopleList(pool) },
  ],
})
export class PeopleModule {}
