import { type DynamicModule, Global, Module, type OnApplicationShutdown } from '@nestjs/common';
import type { PostgresKeyring } from '../postgres-keyring.js';
import { KEYRING, keyringOf, type KeyringOptions } from './keyring.provider.js';

/** The keyring, its slices, and its subscription to topics. */
@Global()
@Module({})
export class KeyringModule {
  static of(options: KeyringOptions): DynamicModule {
    return {
      module: KeyringModule,
      providers: [
        keyringOf(options),
        {
          provide: KeyringLifecycle,
          inject: [KEYRING],
          useFactory: (keyring: PostgresKeyring) => new KeyringLifecycle(keyring),
        },
      ],
      exports: [KEYRING],
    };
  }
}

class KeyringLifecycle implements OnApplicationShutdown {
  constructor(private readonly keyring: PostgresKeyring) {}

  async onApplicationShutdown(): Promise<void> {
    await this.keyring.close();
  }
}
