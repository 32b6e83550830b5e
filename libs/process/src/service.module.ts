import { Global, Module, type DynamicModule } from '@nestjs/common';
import type { Logger } from 'pino';
import { HealthChecks } from './health-checks.js';
import { HealthController } from './health.controller.js';
import { Metrics } from './metrics.js';

export const LOG = Symbol('log');

/** What every service has: health checks, metrics and a log. */
@Global()
@Module({})
export class ServiceModule {
  static of(log: Logger): DynamicModule {
    return {
      module: ServiceModule,
      controllers: [HealthController],
      providers: [HealthChecks, Metrics, { provide: LOG, useValue: log }],
      exports: [HealthChecks, Metrics, LOG],
    };
  }
}
