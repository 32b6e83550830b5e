import { type BeforeApplicationShutdown, Inject, Module, type OnModuleInit } from '@nestjs/common';
import { commandProviders } from '#commands/nest/command-providers.js';
import { EventStoreModule, LOOK_UPS, POOL } from '#event-store/nest/event-store.module.js';
import { KEYRING } from '#keyring/nest/keyring.provider.js';
import { KeyringModule } from '#keyring/nest/keyring.module.js';
import { ReplicatedAddresses } from '#known-people/replicated-addresses.js';
import { ReplicatedPeople } from '#known-people/replicated-people.js';
import { ReplicatedCallers } from '#known-people/nest/replicated-callers.js';
import { ListeningModule } from '#projection/nest/listening.module.js';
import { PeriodicTask } from '#process/periodic-task.js';
import type { SharedConnection } from '#postgres/shared-connection.js';
import { LOG } from '#process/service.module.js';
import { TokenVerifier } from '#identity/tokens.js';
import { describeOperationOf } from '#operation/describe-operation.controller.js';
import type { Pool } from 'pg';
import { ApproveCommentController } from './approve-comment/approve-comment.controller.js';
import { commentsDatabase } from './comments.tables.js';
import { DeleteCommentController } from './delete-comment/delete-comment.controller.js';
import { EditCommentController } from './edit-comment/edit-comment.controller.js';
import { EditingLookUp } from './edit-comment/editing-look-up.js';
import { env } from './env.js';
import { ImportCommentsController } from './import-comments/import-comments.controller.js';
import type { Logger } from 'pino';
import { keyOldFingerprints } from './import-comments/key-old-fingerprints.js';
import { ListeningController } from './listening/listening.controller.js';
import { listeningSet } from './listening/listening.set.js';
import { PostCommentController } from './post-comment/post-comment.controller.js';
import { PostingLookUp } from './post-comment/posting-look-up.js';
import { KEYING_FINGERPRINTS } from './tokens.js';
import { VisitThreadController } from './visit-thread/visit-thread.controller.js';

const place = { service: 'comments', databaseUrl: env.DATABASE_URL, brokers: env.KAFKA_BROKERS };
const startWithinMs = env.START_WITHIN_SECONDS * 1_000;

/** The module of the comments service. */
@Module({
  imports: [
    KeyringModule.of(env),
    EventStoreModule.of({
      ...place,
      startWithinMs,
      tables: commentsDatabase,
    }),
    ListeningModule.of({ ...place, pool: POOL, set: { inject: [KEYRING], useFactory: listeningSet } }),
  ],
  controllers: [
    describeOperationOf('comments'),
    PostCommentController,
    ApproveCommentController,
    EditCommentController,
    DeleteCommentController,
    VisitThreadController,
    ImportCommentsController,
    ListeningController,
  ],
  providers: [
    ...commandProviders(ReplicatedCallers, env.PSEUDONYM_KEY_FILE),
    PostingLookUp,
    EditingLookUp,
    {
      provide: ReplicatedAddresses,
      inject: [LOOK_UPS],
      useFactory: (lookUps: SharedConnection) => new ReplicatedAddresses(lookUps),
    },
    {
      provide: TokenVerifier,
      inject: [LOOK_UPS],
      useFactory: (lookUps: SharedConnection) =>
        TokenVerifier.fromFile(env.VERIFYING_KEYS_FILE, new ReplicatedPeople(lookUps), env.REQUIRE_SECOND_FACTOR),
    },
    {
      provide: KEYING_FINGERPRINTS,
      inject: [POOL, LOG],
      useFactory: (pool: Pool, log: Logger) =>
        new PeriodicTask({
          ...{ what: 'keying the fingerprints of older imports', everyMs: 3_600_000, log },
          work: (signal) => keyOldFingerprints(pool, env.PSEUDONYM_KEY_FILE, signal),
        }),
    },
  ],
})
export class CommentsModule implements OnModuleInit, BeforeApplicationShutdown {
  constructor(@Inject(KEYING_FINGERPRINTS) private readonly keyingFingerprints: PeriodicTask) {}

  onModuleInit(): void {
    this.keyingFingerprints.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.keyingFingerprints.stop();
  }
}
