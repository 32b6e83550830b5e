import { Inject, Module, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { EVENT_STORE, EventStoreModule } from '#event-store/nest/event-store.module.js';
import type { PostgresEventStore } from '#event-store/postgres-event-store.js';
import { keyringOf } from '#keyring/nest/keyring.provider.js';
import type { PostgresKeyring } from '#keyring/postgres-keyring.js';
import { TokenSigner } from '#service/token-signer.js';
import { TokenVerifier } from '#service/tokens.js';
import { ensureAdmin } from './ensure-admin/ensure-admin.js';
import { env } from './env.js';
import { ImportPeopleController } from './import-people/import-people.controller.js';
import { IntroduceGuestController } from './introduce-guest/introduce-guest.controller.js';
import { LogInController } from './log-in/log-in.controller.js';
import { usersTables } from './person/users.sql.js';
import { KEYRING, PSEUDONYM_KEY, SIGNER, VERIFIER } from './tokens.js';

/** All the users service does. */
@Module({
  imports: [
    EventStoreModule.of({
      service: 'users',
      databaseUrl: env.DATABASE_URL,
      brokers: env.KAFKA_BROKERS,
      tables: [usersTables],
    }),
  ],
  controllers: [IntroduceGuestController, LogInController, ImportPeopleController],
  providers: [
    keyringOf(KEYRING, env),
    { provide: SIGNER, useFactory: () => TokenSigner.fromFile(env.SIGNING_KEYS_FILE) },
    { provide: VERIFIER, useFactory: () => TokenVerifier.fromFile(env.VERIFYING_KEYS_FILE) },
    { provide: PSEUDONYM_KEY, useValue: env.PSEUDONYM_KEY_FILE },
  ],
})
export class UsersModule implements OnModuleInit, OnApplicationShutdown {
  constructor(
    @Inject(EVENT_STORE) private readonly store: PostgresEventStore,
    @Inject(KEYRING) private readonly keyring: PostgresKeyring,
  ) {}

  async onModuleInit(): Promise<void> {
    if (env.ADMIN_FILE) await ensureAdmin(this.store, this.keyring, env.PSEUDONYM_KEY_FILE, env.ADMIN_FILE);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.keyring.close();
  }
}
