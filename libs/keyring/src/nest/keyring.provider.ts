import type { FactoryProvider } from '@nestjs/common';
import { HealthChecks } from '#service/health-checks.js';
import { createPool } from '#service/postgres-pool.js';
import { requireWritable } from '#service/require-writable.js';
import { PostgresKeyring } from '../postgres-keyring.js';
import type { InstallationKeys } from '../wrap-key.js';

export interface KeyringOptions {
  KEYRING_DATABASE_URL: string;
  KEYRING_KEY_FILE: InstallationKeys;
  /** Whether the app serves on, and is ready, while the keyring is away: it learns some things later then. */
  servesWithout?: boolean;
}

/** The keyring for an app's module, under the app's own token, with its tables and its check. */
export function keyringOf(provide: symbol, options: KeyringOptions): FactoryProvider<PostgresKeyring> {
  return {
    provide,
    inject: [HealthChecks],
    useFactory: async (health: HealthChecks) => {
      const pool = createPool(options.KEYRING_DATABASE_URL, { name: 'keyring', max: 5 });
      const keyring = new PostgresKeyring(pool, options.KEYRING_KEY_FILE);
      await keyring.migrate();
      if (!options.servesWithout) health.register('keyring', () => requireWritable(pool));
      return keyring;
    },
  };
}
