import { Module } from '@nestjs/common';
import type { Pool } from 'pg';
import { codeVersionOf } from '#process/code-version.js';
import { HealthChecks } from '#process/health-checks.js';
import { CommandsModule } from '../commands/commands.module.js';
import { SERVICES, type Services } from '../commands/services.js';
import { env } from '../env.js';
import { READ_POOL } from '../read-database/read-database.js';
import { ReadDatabaseModule } from '../read-database/read-database.module.js';
import { OperationsController } from './operations.controller.js';
import { Operations } from './operations.js';

/** How the installation works, for its operators. */
@Module({
  imports: [CommandsModule, ReadDatabaseModule],
  controllers: [OperationsController],
  providers: [
    {
      provide: Operations,
      inject: [READ_POOL, SERVICES, HealthChecks],
      useFactory: (pool: Pool, services: Services, health: HealthChecks) =>
        new Operations({
          pool,
          readSet: env.READ_SET,
          services: { ...services },
          health,
          version: codeVersionOf('gateway'),
        }),
    },
  ],
})
export class OperationsModule {}
