import { type DynamicModule, Global, Module, type OnApplicationShutdown } from '@nestjs/common';
import type { PostgresKeyring } from '../postgres-keyring.js';
import { keyringOf, type KeyringOptions } from './keyring.provider.js';

/** The keyring under the app's own token, for its slices and for what it learns from topics. */
@Global()
@Module({})
export class KeyringModule {
  static of(provide: symbol, options: KeyringOptions): DynamicModule {
    return {
      module: KeyringModule,
      providers: [
        keyringOf(provide, options),
        { provide: KeyringLife, inject: [provide], useFactory: (keyring: PostgresKeyring) => new KeyringLife(keyring) },
      ],
      exports: [provide],
    };
  }
}

class KeyringLife implements OnApplicationShutdown {
  constructor(private readonly keyring: PostgresKeyring) {}

  async onApplicationShutdown(): Promise<void> {
    await this.keyring.close();
  }
}
