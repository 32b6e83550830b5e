import {
  type BeforeApplicationShutdown,
  Inject,
  Module,
  type OnApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { commandProviders } from '#commands/nest/command-providers.js';
import { EVENTS } from '#commands/nest/tokens.js';
import type { PersonFact } from '#contracts/events.js';
import { EVENT_STORE, EventStoreModule, POOL } from '#event-store/nest/event-store.module.js';
import type { PostgresEventStore } from '#event-store/postgres-event-store.js';
import { ErasureReplay } from '#keyring/nest/erasure-replay.js';
import { KEYRING, keyringOf } from '#keyring/nest/keyring.provider.js';
import type { SealingEventStore } from '#keyring/sealing-event-store.js';
import type { PostgresKeyring } from '#keyring/postgres-keyring.js';
import { RedisLink } from '#redis/redis-link.js';
import { PeriodicTask } from '#process/periodic-task.js';
import { Metrics } from '#process/metrics.js';
import { LOG } from '#process/service.module.js';
import { TokenSigner } from '#identity/token-signer.js';
import { TokenVerifier } from '#identity/tokens.js';
import { describeOperationOf } from '#operation/describe-operation.controller.js';
import type { Pool, PoolClient } from 'pg';
import type { Logger } from 'pino';
import { AddressStandingGuard } from './address-range/address-standing.guard.js';
import { placeFormerRanges } from './address-range/place-former-ranges.js';
import { ChangeGuestController } from './change-guest/change-guest.controller.js';
import { PickNickController } from './pick-nick/pick-nick.controller.js';
import { ProposeNicksController } from './propose-nicks/propose-nicks.controller.js';
import { RestoreNickController } from './restore-nick/restore-nick.controller.js';
import { RotateCredentialController } from './rotate-credential/rotate-credential.controller.js';
import { CancelErasureController } from './cancel-erasure/cancel-erasure.controller.js';
import { ChangeAccountController } from './change-account/change-account.controller.js';
import { EndSessionsController } from './end-sessions/end-sessions.controller.js';
import { ensureAdmin } from './ensure-admin/ensure-admin.js';
import { usersDatabase } from './users.tables.js';
import { env } from './env.js';
import { DueErasures } from './erase-person/due-erasures.js';
import { findErased } from './erasure/find-erased.js';
import { planRestoredErasures } from './erasure/plan-restored-erasures.js';
import { MuteController } from './mute/mute.controller.js';
import { FollowPersonController } from './follow-person/follow-person.controller.js';
import { forgetAddresses } from './forget-addresses/forget-addresses.js';
import { GrantRoleController } from './grant-role/grant-role.controller.js';
import { ImportPeopleController } from './import-people/import-people.controller.js';
import { IntroduceGuestController } from './introduce-guest/introduce-guest.controller.js';
import { GuestLinks } from './link-guest/guest-links.js';
import { LinkGuestController } from './link-guest/link-guest.controller.js';
import { IssuePasswordResetController } from './issue-password-reset/issue-password-reset.controller.js';
import { ListSessionsController } from './list-sessions/list-sessions.controller.js';
import { LogInController } from './log-in/log-in.controller.js';
import { mailSettingsOf } from './mail/mail-settings.js';
import { sendingMails } from './mail/sending-mails.js';
import { deleteExpiredResets } from './password-reset/delete-expired-resets.js';
import { pruneSessions } from './prune-sessions/prune-sessions.js';
import { RefreshSessionController } from './refresh-session/refresh-session.controller.js';
import { RegisterController } from './register/register.controller.js';
import { secondFactorControllers } from './second-factor/second-factor.controllers.js';
import { RecoveryCodeSheets } from './second-factor/recovery-code-sheets.js';
import { SecondFactors } from './second-factor/second-factors.js';
import { ReinstatePersonController } from './reinstate-person/reinstate-person.controller.js';
import { RequestPasswordResetController } from './request-password-reset/request-password-reset.controller.js';
import { ResetPasswordController } from './reset-password/reset-password.controller.js';
import { RequestErasureController } from './request-erasure/request-erasure.controller.js';
import { RevokeRoleController } from './revoke-role/revoke-role.controller.js';
import { SanctionPersonController } from './sanction-person/sanction-person.controller.js';
import { ReinstateAddressRangeController } from './reinstate-address-range/reinstate-address-range.controller.js';
import { SanctionAddressRangeController } from './sanction-address-range/sanction-address-range.controller.js';
import {
  DUE_ERASURES,
  REVOCATION_PUBLISHER,
  ERASE_AFTER_SECONDS,
  ERASURE_REPLAY,
  FORGETTING_ADDRESSES,
  PRUNING_SESSIONS,
  SENDING_MAILS,
  SENDS_MAIL,
  SECOND_FACTOR_REQUIRED_OF,
  SESSION_TIMES,
  SIGNER,
} from './tokens.js';
import { AuthoritativeCallers } from './person/authoritative-callers.js';
import { RevocationPublisher } from './session/revocation-publisher.js';
import { AuthoritativePeople } from './session/authoritative-people.js';
import { UnfollowPersonController } from './unfollow-person/unfollow-person.controller.js';
import { UnmuteController } from './unmute/unmute.controller.js';
import { UnlinkGuestController } from './unlink-guest/unlink-guest.controller.js';

/** The module of the users service. */
@Module({
  imports: [
    EventStoreModule.of({
      service: 'users',
      databaseUrl: env.DATABASE_URL,
      brokers: env.KAFKA_BROKERS,
      startWithinMs: env.START_WITHIN_SECONDS * 1_000,
      tables: usersDatabase,
    }),
  ],
  controllers: [
    describeOperationOf('users'),
    IntroduceGuestController,
    RegisterController,
    LogInController,
    RequestPasswordResetController,
    ResetPasswordController,
    IssuePasswordResetController,
    ChangeAccountController,
    ChangeGuestController,
    RotateCredentialController,
    ProposeNicksController,
    PickNickController,
    RestoreNickController,
    FollowPersonController,
    UnfollowPersonController,
    MuteController,
    UnmuteController,
    ListSessionsController,
    EndSessionsController,
    RefreshSessionController,
    ...secondFactorControllers,
    GrantRoleController,
    RevokeRoleController,
    SanctionPersonController,
    ReinstatePersonController,
    LinkGuestController,
    UnlinkGuestController,
    ImportPeopleController,
    RequestErasureController,
    CancelErasureController,
    SanctionAddressRangeController,
    ReinstateAddressRangeController,
  ],
  providers: [
    { provide: APP_GUARD, useClass: AddressStandingGuard },
    ...commandProviders(AuthoritativeCallers, env.PSEUDONYM_KEY_FILE),
    GuestLinks,
    SecondFactors,
    RecoveryCodeSheets,
    keyringOf(env),
    { provide: SIGNER, useFactory: () => TokenSigner.fromFile(env.SIGNING_KEYS_FILE) },
    {
      provide: TokenVerifier,
      inject: [POOL],
      useFactory: (pool: Pool) =>
        TokenVerifier.fromFile(env.VERIFYING_KEYS_FILE, new AuthoritativePeople(pool), env.REQUIRE_SECOND_FACTOR),
    },
    {
      provide: SESSION_TIMES,
      useValue: {
        sessionSeconds: env.SESSION_SECONDS,
        accessSeconds: env.ACCESS_SECONDS,
        graceSeconds: env.REFRESH_GRACE_SECONDS,
      },
    },
    { provide: SECOND_FACTOR_REQUIRED_OF, useValue: env.REQUIRE_SECOND_FACTOR },
    { provide: ERASE_AFTER_SECONDS, useValue: env.ERASE_AFTER_SECONDS },
    {
      provide: ERASURE_REPLAY,
      inject: [POOL, KEYRING, LOG],
      useFactory: async (pool: Pool, keyring: PostgresKeyring, log: Logger) => {
        // Runs whether Kafka is there or not: a restored keyring may be older than this database.
        await keyring.destroyKeys(await findErased(pool));
        const whenReplayed = (erased: string[]) => planRestoredErasures(pool, erased);
        return new ErasureReplay({ keyring, brokers: env.KAFKA_BROKERS, log, whenReplayed });
      },
    },
    {
      provide: DUE_ERASURES,
      inject: [EVENTS, POOL, KEYRING, LOG],
      useFactory: (store: SealingEventStore<PoolClient>, pool: Pool, keyring: PostgresKeyring, log: Logger) =>
        new DueErasures({ store, pool, keyring }, log),
    },
    {
      provide: REVOCATION_PUBLISHER,
      inject: [LOG, Metrics],
      useFactory: (log: Logger, metrics: Metrics) =>
        new RevocationPublisher(
          env.REDIS_URL === undefined ? undefined : new RedisLink(env.REDIS_URL, 'users', log),
          metrics,
        ),
    },
    {
      provide: PRUNING_SESSIONS,
      inject: [POOL, LOG],
      useFactory: (pool: Pool, log: Logger) =>
        new PeriodicTask({
          ...{ what: 'deleting sessions and links that are no more', everyMs: 3_600_000, log },
          work: async (signal) => {
            await deleteExpiredResets(pool);
            await pruneSessions(pool, signal);
          },
        }),
    },
    { provide: SENDS_MAIL, useFactory: () => mailSettingsOf(env) !== undefined },
    {
      provide: SENDING_MAILS,
      inject: [POOL, KEYRING, LOG],
      useFactory: (pool: Pool, keyring: PostgresKeyring, log: Logger) =>
        sendingMails(mailSettingsOf(env), { pool, keyring, log, pseudonymKey: env.PSEUDONYM_KEY_FILE }),
    },
    {
      provide: FORGETTING_ADDRESSES,
      inject: [KEYRING, LOG],
      useFactory: (keyring: PostgresKeyring, log: Logger) =>
        new PeriodicTask({
          ...{ what: 'destroying the keys of months that are over', everyMs: 3_600_000, log },
          work: () => forgetAddresses(keyring, env.ADDRESS_KEPT_DAYS),
        }),
    },
  ],
})
export class UsersModule implements OnModuleInit, BeforeApplicationShutdown, OnApplicationShutdown {
  constructor(
    @Inject(EVENT_STORE) private readonly store: PostgresEventStore,
    @Inject(EVENTS) private readonly events: SealingEventStore<PoolClient>,
    @Inject(POOL) private readonly pool: Pool,
    @Inject(KEYRING) private readonly keyring: PostgresKeyring,
    @Inject(ERASURE_REPLAY) private readonly erasureReplay: ErasureReplay,
    @Inject(DUE_ERASURES) private readonly dueErasures: DueErasures,
    @Inject(REVOCATION_PUBLISHER) private readonly revocationPublisher: RevocationPublisher,
    @Inject(PRUNING_SESSIONS) private readonly pruningSessions: PeriodicTask,
    @Inject(SENDING_MAILS) private readonly sendingMails: PeriodicTask | null,
    @Inject(FORGETTING_ADDRESSES) private readonly forgettingAddresses: PeriodicTask,
  ) {}

  async onModuleInit(): Promise<void> {
    if (env.ADMIN_FILE) await ensureAdmin(this.events, env.PSEUDONYM_KEY_FILE, env.ADMIN_FILE);
    await placeFormerRanges(this.pool, this.keyring);
    this.store.whenCommitted((events) => this.revocationPublisher.tell(events as unknown as PersonFact[]));
    this.dueErasures.start();
    this.pruningSessions.start();
    this.sendingMails?.start();
    this.forgettingAddresses.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.erasureReplay.stop();
    await this.sendingMails?.stop();
    await Promise.all([this.dueErasures.stop(), this.pruningSessions.stop(), this.forgettingAddresses.stop()]);
  }

  async onApplicationShutdown(): Promise<void> {
    this.revocationPublisher.close();
    await this.keyring.close();
  }
}
