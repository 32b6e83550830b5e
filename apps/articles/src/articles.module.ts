import { Module } from '@nestjs/common';
import { commandProviders } from '#commands/nest/command-providers.js';
import { EventStoreModule, LOOK_UPS, POOL } from '#event-store/nest/event-store.module.js';
import { KEYRING } from '#keyring/nest/keyring.provider.js';
import { KeyringModule } from '#keyring/nest/keyring.module.js';
import { ReplicatedAddresses } from '#known-people/replicated-addresses.js';
import { ReplicatedPeople } from '#known-people/replicated-people.js';
import { ReplicatedCallers } from '#known-people/nest/replicated-callers.js';
import { ListeningModule } from '#projection/nest/listening.module.js';
import type { SharedConnection } from '#postgres/shared-connection.js';
import { TokenVerifier } from '#identity/tokens.js';
import { describeOperationOf } from '#operation/describe-operation.controller.js';
import { CloseCommentsController } from './close-comments/close-comments.controller.js';
import { articlesDatabase } from './articles.tables.js';
import { DescribeSiteController } from './describe-site/describe-site.controller.js';
import { env } from './env.js';
import { FavoriteArticleController } from './favorite-article/favorite-article.controller.js';
import { ImportArticlesController } from './import-articles/import-articles.controller.js';
import { ListeningController } from './listening/listening.controller.js';
import { listeningSet } from './listening/listening.set.js';
import { PublishArticleController } from './publish-article/publish-article.controller.js';
import { ReopenCommentsController } from './reopen-comments/reopen-comments.controller.js';
import { ReviseArticleController } from './revise-article/revise-article.controller.js';
import { UnfavoriteArticleController } from './unfavorite-article/unfavorite-article.controller.js';
import { WithdrawArticleController } from './withdraw-article/withdraw-article.controller.js';

const place = { service: 'articles', databaseUrl: env.DATABASE_URL, brokers: env.KAFKA_BROKERS };
const startWithinMs = env.START_WITHIN_SECONDS * 1_000;

/** The module of the articles service. */
@Module({
  imports: [
    KeyringModule.of({ ...env, servesWithout: true }),
    EventStoreModule.of({
      ...place,
      startWithinMs,
      tables: articlesDatabase,
    }),
    ListeningModule.of({ ...place, pool: POOL, set: { inject: [KEYRING], useFactory: listeningSet } }),
  ],
  controllers: [
    describeOperationOf('articles'),
    PublishArticleController,
    ReviseArticleController,
    WithdrawArticleController,
    FavoriteArticleController,
    UnfavoriteArticleController,
    CloseCommentsController,
    ReopenCommentsController,
    DescribeSiteController,
    ImportArticlesController,
    ListeningController,
  ],
  providers: [
    ...commandProviders(ReplicatedCallers, env.PSEUDONYM_KEY_FILE),
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
  ],
})
export class ArticlesModule {}
