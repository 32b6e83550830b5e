import { Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { EventStoreModule, POOL } from '#event-store/nest/event-store.module.js';
import { keyringOf } from '#keyring/nest/keyring.provider.js';
import type { PostgresKeyring } from '#keyring/postgres-keyring.js';
import { BatchProjector } from '#projection/nest/batch-projector.js';
import { projectionTables } from '#projection/projection.sql.js';
import { ProgressWaiter } from '#projection/wait-for-versions.js';
import { HealthChecks } from '#service/health-checks.js';
import { Metrics } from '#service/metrics.js';
import { LOG } from '#service/service.module.js';
import { TokenVerifier } from '#service/tokens.js';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { commentsTables } from './comment/comments.sql.js';
import { env } from './env.js';
import { ImportCommentsController } from './import-comments/import-comments.controller.js';
import { ListeningController } from './listening/listening.controller.js';
import { listeningSet } from './listening/listening.set.js';
import { PostCommentController } from './post-comment/post-comment.controller.js';
import { KEYRING, PROGRESS, PROJECTOR, PSEUDONYM_KEY, VERIFIER } from './tokens.js';

/** All the comments service does. */
@Module({
  imports: [
    EventStoreModule.of({
      service: 'comments',
      databaseUrl: env.DATABASE_URL,
      brokers: env.KAFKA_BROKERS,
      tables: [commentsTables, projectionTables(listeningSet.schema)],
    }),
  ],
  controllers: [PostCommentController, ImportCommentsController, ListeningController],
  providers: [
    keyringOf(KEYRING, env),
    { provide: VERIFIER, useFactory: () => TokenVerifier.fromFile(env.VERIFYING_KEYS_FILE) },
    { provide: PSEUDONYM_KEY, useValue: env.PSEUDONYM_KEY_FILE },
    {
      provide: PROGRESS,
      inject: [POOL],
      useFactory: (pool: Pool) => {
        const waiter = new ProgressWaiter(pool, env.DATABASE_URL, listeningSet.schema);
        waiter.start();
        return waiter;
      },
    },
    {
      provide: PROJECTOR,
      inject: [POOL, LOG, Metrics, HealthChecks],
      useFactory: (pool: Pool, log: Logger, metrics: Metrics, health: HealthChecks) =>
        new BatchProjector({
          pool,
          log,
          metrics,
          health,
          set: listeningSet,
          brokers: env.KAFKA_BROKERS,
          clientId: 'comments',
        }),
    },
  ],
})
export class CommentsModule implements OnApplicationShutdown {
  constructor(
    @Inject(KEYRING) private readonly keyring: PostgresKeyring,
    @Inject(PROGRESS) private readonly progress: ProgressWaiter,
    @Inject(PROJECTOR) private readonly projector: BatchProjector,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    await this.projector.close();
    await this.progress.close();
    await this.keyring.close();
  }
}
