import { Global, Module, type DynamicModule, type FactoryProvider, type OnApplicationShutdown } from '@nestjs/common';
import { HealthChecks } from '#process/health-checks.js';
import { Metrics } from '#process/metrics.js';
import { LOG } from '#process/service.module.js';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { ProjectionSet } from '../projection.js';
import { ProgressWaiter } from '../wait-for-versions.js';
import { BatchProjector } from './batch-projector.js';

export const PROJECTOR = Symbol('projector');
export const PROGRESS = Symbol('progress');
const SET = Symbol('projection set');

export interface ListeningOptions {
  service: string;
  databaseUrl: string;
  brokers: string[];
  /** Nest's name for the pool of that database. */
  pool: symbol;
  /** How the set is made from Nest's providers. */
  set: Pick<FactoryProvider<ProjectionSet>, 'inject' | 'useFactory'>;
}

/** The replicated data of a service: its projector, and waiting until a version is replicated. */
@Global()
@Module({})
export class ListeningModule {
  static of({ service, databaseUrl, brokers, pool, set }: ListeningOptions): DynamicModule {
    return {
      module: ListeningModule,
      providers: [
        { provide: SET, ...set },
        {
          provide: PROGRESS,
          inject: [pool, SET],
          useFactory: (from: Pool, { schema }: ProjectionSet) => {
            const waiter = new ProgressWaiter(from, databaseUrl, schema);
            waiter.start();
            return waiter;
          },
        },
        {
          provide: PROJECTOR,
          inject: [pool, SET, LOG, Metrics, HealthChecks],
          useFactory: (from: Pool, made: ProjectionSet, log: Logger, metrics: Metrics, health: HealthChecks) =>
            new BatchProjector({ pool: from, log, metrics, health, set: made, brokers, clientId: service }),
        },
        {
          provide: ListeningLifecycle,
          inject: [PROJECTOR, PROGRESS],
          useFactory: (projector: BatchProjector, progress: ProgressWaiter) =>
            new ListeningLifecycle(projector, progress),
        },
      ],
      exports: [PROJECTOR, PROGRESS],
    };
  }
}

class ListeningLifecycle implements OnApplicationShutdown {
  constructor(
    private readonly projector: BatchProjector,
    private readonly progress: ProgressWaiter,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    await this.projector.close();
    await this.progress.close();
  }
}
