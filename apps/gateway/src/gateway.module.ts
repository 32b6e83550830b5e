import { Module } from '@nestjs/common';
import { AccountsModule } from './accounts/accounts.module.js';
import { ArticlesModule } from './articles/articles.module.js';
import { RevisionsModule } from './revisions/revisions.module.js';
import { SectionsModule } from './sections/sections.module.js';
import { DraftsModule } from './drafts/drafts.module.js';
import { CallersModule } from './callers/callers.module.js';
import { CommentersModule } from './commenters/commenters.module.js';
import { CommentsModule } from './comments/comments.module.js';
import { ErasureModule } from './erasure/erasure.module.js';
import { ExportModule } from './export/export.module.js';
import { FeedsModule } from './feeds/feeds.module.js';
import { GuestsModule } from './guests/guests.module.js';
import { ImportsModule } from './imports/imports.module.js';
import { LiveModule } from './live/live.module.js';
import { LimitsModule } from './limits/limits.module.js';
import { MeModule } from './me/me.module.js';
import { ModerationModule } from './moderation/moderation.module.js';
import { MutesModule } from './mutes/mutes.module.js';
import { NicksModule } from './nicks/nicks.module.js';
import { OperationsModule } from './operations/operations.module.js';
import { PasswordResetsModule } from './password-resets/password-resets.module.js';
import { PeopleModule } from './people/people.module.js';
import { PreviewsModule } from './previews/previews.module.js';
import { ProfilesModule } from './profiles/profiles.module.js';
import { SearchModule } from './search/search.module.js';
import { SecondFactorModule } from './second-factor/second-factor.module.js';
import { SessionsModule } from './sessions/sessions.module.js';
import { SiteIdentityModule } from './site-identity/site-identity.module.js';
import { ThesaurusModule } from './thesaurus/thesaurus.module.js';
import { VisitsModule } from './thread-visit/thread-visit.module.js';

/** The module of the gateway: it sends commands to the services and reads from the read database. */
@Module({
  imports: [
    CallersModule,
    LimitsModule,
    ArticlesModule,
    DraftsModule,
    SectionsModule,
    RevisionsModule,
    CommentsModule,
    CommentersModule,
    LiveModule,
    VisitsModule,
    GuestsModule,
    AccountsModule,
    SessionsModule,
    PasswordResetsModule,
    SecondFactorModule,
    ProfilesModule,
    MeModule,
    MutesModule,
    NicksModule,
    ExportModule,
    ErasureModule,
    PeopleModule,
    ModerationModule,
    ImportsModule,
    PreviewsModule,
    OperationsModule,
    SiteIdentityModule,
    FeedsModule,
    SearchModule,
    ThesaurusModule,
  ],
})
export class GatewayModule {}
