import { Module } from '@nestjs/common';
import type { Pool } from 'pg';
import { AnswersModule } from '../answers/answers.module.js';
import { BigAnswers } from '../answers/big-answers.js';
import { CacheModule } from '../cache/cache.module.js';
import { CommandsModule } from '../commands/commands.module.js';
import { ConsistencyModule } from '../consistency/consistency.module.js';
import { DecisionsModule } from '../decisions/decisions.module.js';
import { LookUps, READ_POOL } from '../read-database/read-database.js';
import { ReadDatabaseModule } from '../read-database/read-database.module.js';
import { DescribingController } from './describing.controller.js';
import { SiteIdentityController } from './site-identity.controller.js';
import { Sites } from './sites.js';

/** What the site says of itself, and changing it. */
@Module({
  imports: [AnswersModule, CacheModule, CommandsModule, ConsistencyModule, DecisionsModule, ReadDatabaseModule],
  controllers: [SiteIdentityController, DescribingController],
  providers: [
    {
      provide: Sites,
      inject: [READ_POOL, LookUps, BigAnswers],
      useFactory: (pool: Pool, lookUps: LookUps, big: BigAnswers) => new Sites({ pool, lookUps, big }),
    },
  ],
  exports: [Sites],
})
export class SiteIdentityModule {}
