import { Module } from '@nestjs/common';
import { EventStoreModule, POOL } from '#event-store/nest/event-store.module.js';
import { HeardPeople } from '#known-people/heard-people.js';
import { knownAddressRangeTable } from '#known-people/known-address-range.sql.js';
import { knownPeopleTables } from '#known-people/known-people.sql.js';
import { HeardCallers } from '#known-people/nest/heard-callers.js';
import { ListeningModule } from '#projection/nest/listening.module.js';
import { projectionTables } from '#projection/projection.sql.js';
import { TokenVerifier } from '#service/tokens.js';
import type { Pool } from 'pg';
import { ApproveCommentController } from './approve-comment/approve-comment.controller.js';
import { commentsTables } from './comment/comments.sql.js';
import { env } from './env.js';
import { ImportCommentsController } from './import-comments/import-comments.controller.js';
import { KeyringModule } from './keyring.module.js';
import { ListeningController } from './listening/listening.controller.js';
import { listeningSchema, listeningSet } from './listening/listening.set.js';
import { PostCommentController } from './post-comment/post-comment.controller.js';
import { KEYRING, PSEUDONYM_KEY } from './tokens.js';

const place = { service: 'comments', databaseUrl: env.DATABASE_URL, brokers: env.KAFKA_BROKERS };

/** All the comments service does. */
@Module({
  imports: [
    KeyringModule,
    EventStoreModule.of({
      ...place,
      tables: [knownPeopleTables, knownAddressRangeTable, commentsTables, projectionTables(listeningSchema)],
    }),
    ListeningModule.of({ ...place, pool: POOL, set: { inject: [KEYRING], useFactory: listeningSet } }),
  ],
  controllers: [PostCommentController, ApproveCommentController, ImportCommentsController, ListeningController],
  providers: [
    HeardCallers,
    {
      provide: TokenVerifier,
      inject: [POOL],
      useFactory: (pool: Pool) => TokenVerifier.fromFile(env.VERIFYING_KEYS_FILE, new HeardPeople(pool)),
    },
    { provide: PSEUDONYM_KEY, useValue: env.PSEUDONYM_KEY_FILE },
  ],
})
export class CommentsModule {}
