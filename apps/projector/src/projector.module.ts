import { Inject, Module, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { ErasureReplay } from '#keyring/nest/erasure-replay.js';
import { KEYRING, keyringOf } from '#keyring/nest/keyring.provider.js';
import type { PostgresKeyring } from '#keyring/postgres-keyring.js';
import { BatchProjector } from '#projection/nest/batch-projector.js';
import type { ProjectionSet } from '#projection/projection.js';
import { migrateReadDatabase } from '#read-models/read-database.js';
import { forgetActivityEveryMs, forgetArticleActivity } from '#read-models/shown/forget-article-activity.js';
import { fillEveryMs, fillSearchDocuments } from '#read-models/search-document/fill-search-documents.js';
import { BodyRenderer } from '#rendering/body-renderer.js';
import { PeriodicTask } from '#process/periodic-task.js';
import { workInPortions } from '#process/work-in-portions.js';
import { HealthChecks } from '#process/health-checks.js';
import { Metrics } from '#process/metrics.js';
import { createPool, indexPlans } from '#postgres/postgres-pool.js';
import { requireWritable } from '#postgres/require-writable.js';
import { LOG } from '#process/service.module.js';
import { retryUntilAvailable } from '#process/retry-until-available.js';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { env } from './env.js';
import { scrubRestored } from './erased-person/scrub-restored.js';
import { renderAnew, renderAnewEveryMs } from './rendering-anew/render-anew.js';
import { readModels } from './read-models.set.js';
import {
  ERASURE_REPLAY,
  FILLING_SEARCH,
  FORGETTING_ACTIVITY,
  PROJECTOR,
  READ_POOL,
  RENDERER,
  RENDERING_ANEW,
  SET,
  TELLING,
} from './tokens.js';
import { tellOfProcess } from './projector-process/tell-of-process.js';
import { ReadModelsController } from './read-models.controller.js';

/** The module of the projector: one set of read models, projected from three topics. */
@Module({
  controllers: [ReadModelsController],
  providers: [
    keyringOf(env),
    {
      provide: READ_POOL,
      inject: [HealthChecks, LOG],
      useFactory: async (health: HealthChecks, log: Logger) => {
        const { READ_SET: schema } = env;
        const limits = { log, limitMs: env.START_WITHIN_SECONDS * 1_000 };
        await retryUntilAvailable(
          'the read database',
          () => migrateReadDatabase(env.READ_DATABASE_URL, schema),
          limits,
        );
        const pool = createPool(env.READ_DATABASE_URL, { name: 'projector', max: 6, settings: indexPlans, schema });
        health.register('read database', () => requireWritable(pool));
        return pool;
      },
    },
    {
      provide: ERASURE_REPLAY,
      inject: [READ_POOL, KEYRING, LOG, HealthChecks],
      useFactory: (pool: Pool, keyring: PostgresKeyring, log: Logger, health: HealthChecks) => {
        const whenReplayed = (erased: string[]) => scrubRestored(pool, erased);
        const replay = new ErasureReplay({ keyring, brokers: env.KAFKA_BROKERS, log, whenReplayed });
        health.register('erasures', () =>
          replay.isDone ? Promise.resolve() : Promise.reject(new Error('are not replayed yet')),
        );
        return replay;
      },
    },
    {
      provide: RENDERER,
      inject: [LOG],
      useFactory: (log: Logger) => {
        const onLost = (why: string) => log.error({ why }, 'the rendering process ended; another is started');
        const renderer = new BodyRenderer({ onLost });
        renderer.warmUp();
        return renderer;
      },
    },
    {
      provide: SET,
      inject: [KEYRING, RENDERER],
      useFactory: (keyring: PostgresKeyring, renderer: BodyRenderer) => readModels(keyring, renderer, env.READ_SET),
    },
    {
      provide: FORGETTING_ACTIVITY,
      inject: [READ_POOL, LOG],
      useFactory: (pool: Pool, log: Logger) =>
        new PeriodicTask({
          ...{ what: 'forgetting the activity of long ago', everyMs: forgetActivityEveryMs, log },
          work: (signal) => forgetArticleActivity(pool, signal),
        }),
    },
    {
      provide: FILLING_SEARCH,
      inject: [READ_POOL, LOG],
      useFactory: (pool: Pool, log: Logger) =>
        new PeriodicTask({
          ...{ what: 'filling the search', everyMs: fillEveryMs, log },
          work: (signal) => workInPortions(() => fillSearchDocuments(pool), signal),
        }),
    },
    {
      provide: RENDERING_ANEW,
      inject: [READ_POOL, RENDERER, LOG],
      useFactory: (pool: Pool, renderer: BodyRenderer, log: Logger) =>
        new PeriodicTask({
          ...{ what: 'rendering anew', everyMs: renderAnewEveryMs, log },
          work: (signal) => renderAnew(pool, renderer, signal),
        }),
    },
    {
      provide: PROJECTOR,
      inject: [READ_POOL, SET, LOG, Metrics, HealthChecks, ERASURE_REPLAY],
      useFactory: (
        pool: Pool,
        set: ProjectionSet,
        log: Logger,
        metrics: Metrics,
        health: HealthChecks,
        erasures: ErasureReplay,
      ) => {
        const { KAFKA_BROKERS: brokers } = env;
        // Until the erasures are replayed into a restored keyring, projecting would store erased people's data in
        // clear.
        const before = () => erasures.done();
        return new BatchProjector({ pool, log, metrics, health, set, brokers, clientId: 'projector', before });
      },
    },
    {
      provide: TELLING,
      inject: [READ_POOL, HealthChecks, PROJECTOR, LOG],
      useFactory: (pool: Pool, health: HealthChecks, projector: BatchProjector, log: Logger) =>
        tellOfProcess({ pool, health, projector, log }),
    },
  ],
})
export class ProjectorModule implements OnModuleInit, OnApplicationShutdown {
  constructor(
    @Inject(KEYRING) private readonly keyring: PostgresKeyring,
    @Inject(READ_POOL) private readonly pool: Pool,
    @Inject(PROJECTOR) private readonly projector: BatchProjector,
    @Inject(ERASURE_REPLAY) private readonly erasures: ErasureReplay,
    @Inject(RENDERER) private readonly renderer: BodyRenderer,
    @Inject(FORGETTING_ACTIVITY) private readonly forgetting: PeriodicTask,
    @Inject(FILLING_SEARCH) private readonly filling: PeriodicTask,
    @Inject(RENDERING_ANEW) private readonly rendering: PeriodicTask,
    @Inject(TELLING) private readonly telling: PeriodicTask,
  ) {}

  onModuleInit(): void {
    this.forgetting.start();
    this.rendering.start();
    this.telling.start();
    this.filling.start();
  }

  async onApplicationShutdown(): Promise<void> {
    this.erasures.stop();
    const tasks = [this.forgetting, this.rendering, this.telling, this.filling];
    await Promise.all(tasks.map((task) => task.stop()));
    await this.projector.close();
    this.renderer.close();
    await this.pool.end();
    await this.keyring.close();
  }
}
