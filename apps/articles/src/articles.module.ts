import { type BeforeApplicationShutdown, Inject, Module, type OnModuleInit } from '@nestjs/common';
import { commandProviders } from '#commands/nest/command-providers.js';
import { EventStoreModule, LOOK_UPS, POOL } from '#event-store/nest/event-store.module.js';
import { KEYRING } from '#keyring/nest/keyring.provider.js';
import { KeyringModule } from '#keyring/nest/keyring.module.js';
import { ReplicatedAddresses } from '#known-people/replicated-addresses.js';
import { ReplicatedPeople } from '#known-people/replicated-people.js';
import { ReplicatedCallers } from '#known-people/nest/replicated-callers.js';
import { ListeningModule } from '#projection/nest/listening.module.js';
import { EVENTS } from '#commands/nest/tokens.js';
import type { SealingEventStore } from '#keyring/sealing-event-store.js';
import { PeriodicTask } from '#process/periodic-task.js';
import { LOG } from '#process/service.module.js';
import type { Pool, PoolClient } from 'pg';
import type { Logger } from 'pino';
import { publishDueDrafts } from './draft/due-drafts.js';
import type { SharedConnection } from '#postgres/shared-connection.js';
import { TokenVerifier } from '#identity/tokens.js';
import { describeOperationOf } from '#operation/describe-operation.controller.js';
import { CloseCommentsController } from './close-comments/close-comments.controller.js';
import { articlesDatabase } from './articles.tables.js';
import { DescribeSiteController } from './describe-site/describe-site.controller.js';
import { env } from './env.js';
import { DraftArticleController } from './draft-article/draft-article.controller.js';
import { ReviseDraftController } from './revise-draft/revise-draft.controller.js';
import { SetCommentsClosingController } from './set-comments-closing/set-comments-closing.controller.js';
import { SubmitDraftController } from './submit-draft/submit-draft.controller.js';
import { ReturnSubmissionController } from './return-submission/return-submission.controller.js';
import { ScheduleDraftController } from './schedule-draft/schedule-draft.controller.js';
import { UnscheduleDraftController } from './unschedule-draft/unschedule-draft.controller.js';
import { PublishDraftController } from './publish-draft/publish-draft.controller.js';
import { DiscardDraftController } from './discard-draft/discard-draft.controller.js';
import { FavoriteArticleController } from './favorite-article/favorite-article.controller.js';
import { ImportArticlesController } from './import-articles/import-articles.controller.js';
import { ImportDraftsController } from './import-drafts/import-drafts.controller.js';
import { ImportSectionsController } from './import-sections/import-sections.controller.js';
import { ListeningController } from './listening/listening.controller.js';
import { listeningSet } from './listening/listening.set.js';
import { PublishArticleController } from './publish-article/publish-article.controller.js';
import { ReopenCommentsController } from './reopen-comments/reopen-comments.controller.js';
import { ListRevisionsController } from './list-revisions/list-revisions.controller.js';
import { OpenSectionController } from './open-section/open-section.controller.js';
import { ChangeSectionController } from './change-section/change-section.controller.js';
import { ReviseArticleController } from './revise-article/revise-article.controller.js';
import { UnfavoriteArticleController } from './unfavorite-article/unfavorite-article.controller.js';
import { CompareHouseController } from './compare-house/compare-house.controller.js';
import { DefineEntryController } from './define-entry/define-entry.controller.js';
import { PreviewHouseController } from './preview-house/preview-house.controller.js';
import { RepinArticleController } from './repin-article/repin-article.controller.js';
import { RetireEntryController } from './retire-entry/retire-entry.controller.js';
import { KnownThesaurus } from './thesaurus/known-thesaurus.js';
import { WithdrawArticleController } from './withdraw-article/withdraw-article.controller.js';

const place = { service: 'articles', databaseUrl: env.DATABASE_URL, brokers: env.KAFKA_BROKERS };
const startWithinMs = env.START_WITHIN_SECONDS * 1_000;

const DUE_DRAFTS = Symbol('due-drafts');

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
    DraftArticleController,
    ReviseDraftController,
    SubmitDraftController,
    ReturnSubmissionController,
    ScheduleDraftController,
    UnscheduleDraftController,
    PublishDraftController,
    DiscardDraftController,
    CloseCommentsController,
    ReopenCommentsController,
    SetCommentsClosingController,
    DescribeSiteController,
    OpenSectionController,
    ListRevisionsController,
    ChangeSectionController,
    DefineEntryController,
    RetireEntryController,
    RepinArticleController,
    CompareHouseController,
    PreviewHouseController,
    ImportArticlesController,
    ImportSectionsController,
    ImportDraftsController,
    ListeningController,
  ],
  providers: [
    ...commandProviders(ReplicatedCallers, env.PSEUDONYM_KEY_FILE),
    { provide: KnownThesaurus, useFactory: () => new KnownThesaurus() },
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
      provide: DUE_DRAFTS,
      inject: [EVENTS, POOL, LOG, KnownThesaurus],
      useFactory: (store: SealingEventStore<PoolClient>, pool: Pool, log: Logger, thesaurus: KnownThesaurus) => {
        const schedulers = { people: new ReplicatedPeople(pool), secondFactorOf: env.REQUIRE_SECOND_FACTOR };
        return new PeriodicTask({
          ...{ what: 'publishing the drafts that are due', everyMs: 1_000, log },
          work: (signal) => publishDueDrafts({ store, pool, log, thesaurus, schedulers }, signal),
        });
      },
    },
  ],
})
export class ArticlesModule implements OnModuleInit, BeforeApplicationShutdown {
  constructor(@Inject(DUE_DRAFTS) private readonly dueDrafts: PeriodicTask) {}

  onModuleInit(): void {
    this.dueDrafts.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.dueDrafts.stop();
  }
}
