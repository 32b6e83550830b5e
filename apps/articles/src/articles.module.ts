import { Module } from '@nestjs/common';
import { EventStoreModule, LOOK_UPS, POOL } from '#event-store/nest/event-store.module.js';
import { KeyringModule } from '#keyring/nest/keyring.module.js';
import { HeardAddresses } from '#known-people/heard-addresses.js';
import { HeardPeople } from '#known-people/heard-people.js';
import { knownPeopleTables } from '#known-people/known-people.sql.js';
import { HeardCallers } from '#known-people/nest/heard-callers.js';
import { ListeningModule } from '#projection/nest/listening.module.js';
import { projectionTables } from '#projection/projection.sql.js';
import type { SharedConnection } from '#postgres/shared-connection.js';
import { TokenVerifier } from '#identity/tokens.js';
import { articlesTables } from './article/articles.sql.js';
import { ChangeArticle } from './article/change-article.js';
import { CloseCommentsController } from './close-comments/close-comments.controller.js';
import { env } from './env.js';
import { ImportArticlesController } from './import-articles/import-articles.controller.js';
import { ListeningController } from './listening/listening.controller.js';
import { listeningSchema, listeningSet } from './listening/listening.set.js';
import { PublishArticleController } from './publish-article/publish-article.controller.js';
import { ReopenCommentsController } from './reopen-comments/reopen-comments.controller.js';
import { KEYRING, PSEUDONYM_KEY } from './tokens.js';

const place = { service: 'articles', databaseUrl: env.DATABASE_URL, brokers: env.KAFKA_BROKERS };
const startWithinMs = env.START_WITHIN_SECONDS * 1_000;

/** All the articles service does. */
@Module({
  imports: [
    KeyringModule.of(KEYRING, { ...env, servesWithout: true }),
    EventStoreModule.of({
      ...place,
      startWithinMs,
      tables: [articlesTables, knownPeopleTables, projectionTables(listeningSchema)],
    }),
    ListeningModule.of({ ...place, pool: POOL, set: { inject: [KEYRING], useFactory: listeningSet } }),
  ],
  controllers: [
    PublishArticleController,
    CloseCommentsController,
    ReopenCommentsController,
    ImportArticlesController,
    ListeningController,
  ],
  providers: [
    ChangeArticle,
    HeardCallers,
    {
      provide: HeardAddresses,
      inject: [LOOK_UPS],
      useFactory: (lookUps: SharedConnection) => new HeardAddresses(lookUps),
    },
    {
      provide: TokenVerifier,
      inject: [LOOK_UPS],
      useFactory: (lookUps: SharedConnection) =>
        TokenVerifier.fromFile(env.VERIFYING_KEYS_FILE, new HeardPeople(lookUps)),
    },
    { provide: PSEUDONYM_KEY, useValue: env.PSEUDONYM_KEY_FILE },
  ],
})
export class ArticlesModule {}
