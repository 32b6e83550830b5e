import { Module } from '@nestjs/common';
import type { Pool } from 'pg';
import { CacheModule } from '../cache/cache.module.js';
import { CommandsModule } from '../commands/commands.module.js';
import { ConsistencyModule } from '../consistency/consistency.module.js';
import { DecisionsModule } from '../decisions/decisions.module.js';
import { READ_POOL } from '../read-database/read-database.js';
import { ReadDatabaseModule } from '../read-database/read-database.module.js';
import { SiteIdentityModule } from '../site-identity/site-identity.module.js';
import { SectionsController } from './sections.controller.js';
import { Sections } from './sections.js';

/** Sections: listed, opened, changed. */
@Module({
  imports: [CacheModule, CommandsModule, ConsistencyModule, DecisionsModule, ReadDatabaseModule, SiteIdentityModule],
  controllers: [SectionsController],
  providers: [{ provide: Sections, inject: [READ_POOL], useFactory: (pool: Pool) => new Sections(pool) }],
})
export class SectionsModule {}
