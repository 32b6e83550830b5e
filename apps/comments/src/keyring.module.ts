import { Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { keyringOf } from '#keyring/nest/keyring.provider.js';
import type { PostgresKeyring } from '#keyring/postgres-keyring.js';
import { env } from './env.js';
import { KEYRING } from './tokens.js';

/** The keyring, for the slices and for what is learned from the users topic. */
@Global()
@Module({ providers: [keyringOf(KEYRING, env)], exports: [KEYRING] })
export class KeyringModule implements OnApplicationShutdown {
  constructor(@Inject(KEYRING) private readonly keyring: PostgresKeyring) {}

  async onApplicationShutdown(): Promise<void> {
    await this.keyring.close();
  }
}
