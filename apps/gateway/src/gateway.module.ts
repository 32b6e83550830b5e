import { Module } from '@nestjs/common';
import type { Pool } from 'pg';
import type { CommentNames } from '#read-models/comment-thread/author.sql.js';
import { Metrics } from '#process/metrics.js';
import { LOG } from '#process/service.module.js';
import { TokenVerifier } from '#identity/tokens.js';
import { ArticlesController } from './articles/articles.controller.js';
import { PublishingController } from './articles/publishing.controller.js';
import { Admission } from './callers/admission.js';
import { BigAnswers } from './big-answers/big-answers.js';
import { AddressRanges } from './callers/address-ranges.js';
import { EndingsSubscription } from './callers/endings-subscription.js';
import { JwksController } from './callers/jwks.controller.js';
import { PUBLIC_KEYS, publicKeysOf } from './callers/public-keys.js';
import { Callers } from './callers/callers.js';
import { ShownPeople } from './callers/shown-people.js';
import { ServicesLife } from './commands/services-life.js';
import { connectServices, SERVICES } from './commands/services.js';
import { Writes } from './commands/writes.js';
import { COMMENT_NAMES } from './comments/comment-names.js';
import { CommentsController } from './comments/comments.controller.js';
import { Threads } from './comments/threads.js';
import { Consistency } from './consistency/consistency.js';
import { env } from './env.js';
import { ImportsController } from './imports/imports.controller.js';
import { AddressRangesController } from './moderation/address-ranges.controller.js';
import { HeldCommentsController } from './moderation/held-comments.controller.js';
import { AccountController } from './people/account.controller.js';
import { ErasureController } from './people/erasure.controller.js';
import { ExportController } from './people/export.controller.js';
import { connectLimiter, makeLimits } from './limits/connect-limits.js';
import { Limiter } from './limits/limiter.js';
import { Limits } from './limits/limits.js';
import { GuestsController } from './people/guests.controller.js';
import { Me } from './people/me.js';
import { NicksController } from './people/nicks.controller.js';
import { LinkingController } from './people/linking.controller.js';
import { MeController } from './people/me.controller.js';
import { OwnSanctionsController } from './people/own-sanctions.controller.js';
import { PeopleController } from './people/people.controller.js';
import { PersonRecords } from './people/person-records.js';
import { RolesController } from './people/roles.controller.js';
import { SanctionsController } from './people/sanctions.controller.js';
import { ProfilesController } from './people/profiles.controller.js';
import { RegistrationController } from './people/registration.controller.js';
import { RefreshController } from './people/refresh.controller.js';
import { SessionsController } from './people/sessions.controller.js';
import { SignInController } from './people/sign-in.controller.js';
import { UnlinkingController } from './people/unlinking.controller.js';
import { ReadDatabaseLife } from './read-database/read-database-life.js';
import { connectProgress, connectReadDatabase, LookUps, READ_POOL } from './read-database/read-database.js';
import { Resolve } from './read-database/resolve.js';
import { SiteController } from './site/site.controller.js';
import { PROGRESS_WAITER } from './tokens.js';

/** All that the gateway does: it hands commands to the services and reads from the read database. */
@Module({
  controllers: [
    ArticlesController,
    PublishingController,
    CommentsController,
    GuestsController,
    RegistrationController,
    SignInController,
    RefreshController,
    SessionsController,
    JwksController,
    AccountController,
    ProfilesController,
    MeController,
    NicksController,
    LinkingController,
    UnlinkingController,
    OwnSanctionsController,
    PeopleController,
    RolesController,
    SanctionsController,
    ErasureController,
    ExportController,
    AddressRangesController,
    HeldCommentsController,
    ImportsController,
    SiteController,
  ],
  providers: [
    Callers,
    Admission,
    Consistency,
    Resolve,
    Writes,
    { provide: BigAnswers, useFactory: () => new BigAnswers() },
    {
      provide: Threads,
      inject: [READ_POOL, LookUps, COMMENT_NAMES, BigAnswers],
      useFactory: (pool: Pool, lookUps: LookUps, names: CommentNames, big: BigAnswers) =>
        new Threads({ pool, lookUps, names, big }),
    },
    PersonRecords,
    Me,
    ReadDatabaseLife,
    ServicesLife,
    { provide: SERVICES, useFactory: connectServices },
    { provide: READ_POOL, useFactory: connectReadDatabase },
    LookUps,
    { provide: PROGRESS_WAITER, useFactory: connectProgress, inject: [LookUps] },
    {
      provide: EndingsSubscription,
      inject: [Metrics],
      useFactory: (metrics: Metrics) => new EndingsSubscription(env.REDIS_URL, metrics),
    },
    {
      provide: TokenVerifier,
      inject: [LookUps, EndingsSubscription],
      useFactory: (lookUps: LookUps, { heard }: EndingsSubscription) =>
        TokenVerifier.fromFile(env.VERIFYING_KEYS_FILE, new ShownPeople(lookUps, heard)),
    },
    { provide: AddressRanges, inject: [LookUps], useFactory: (lookUps: LookUps) => new AddressRanges(lookUps) },
    { provide: COMMENT_NAMES, useValue: env.COMMENT_NAMES },
    { provide: PUBLIC_KEYS, useFactory: () => publicKeysOf(env.VERIFYING_KEYS_FILE) },
    { provide: Limiter, useFactory: connectLimiter, inject: [LOG, Metrics] },
    { provide: Limits, useFactory: makeLimits, inject: [Limiter, TokenVerifier, Metrics] },
  ],
})
export class GatewayModule {}
