import type { FactoryProvider } from '@nestjs/common';
import { HealthChecks } from '#process/health-checks.js';
import { migrateDatabase } from '#postgres/migrations/migrate-database.js';
import { createPool } from '#postgres/postgres-pool.js';
import { requireWritable } from '#postgres/require-writable.js';
import { LOG } from '#process/service.module.js';
import { retryUntilAvailable } from '#process/retry-until-available.js';
import type { Logger } from 'pino';
import { keyringDatabase } from '../keyring.tables.js';
import { PostgresKeyring } from '../postgres-keyring.js';
import type { InstallationKeys } from '../wrap-key.js';

export interface KeyringOptions {
  KEYRING_DATABASE_URL: string;
  KEYRING_KEY_FILE: InstallationKeys;
  START_WITHIN_SECONDS: number;
  /** Whether the app stays ready while the keyring is away; it then handles some events later. */
  servesWithout?: boolean;
}

/** Nest's injection token of the keyring. */
export const KEYRING = Symbol('keyring');

/** Provides the keyring to an app's module, with its tables and its health check. */
export function keyringOf(options: KeyringOptions): FactoryProvider<PostgresKeyring> {
  return {
    provide: KEYRING,
    inject: [HealthChecks, LOG],
    useFactory: async (health: HealthChecks, log: Logger) => {
      const pool = createPool(options.KEYRING_DATABASE_URL, { name: 'keyring', max: 5 });
      const keyring = new PostgresKeyring(pool, options.KEYRING_KEY_FILE);
      const limits = { log, limitMs: options.START_WITHIN_SECONDS * 1_000 };
      // Changes nothing where the installer has set up the keyring's database already.
      const migrate = () => migrateDatabase(options.KEYRING_DATABASE_URL, keyringDatabase, { name: 'keyring' });
      await retryUntilAvailable('the keyring', migrate, limits);
      if (!options.servesWithout) health.register('keyring', () => requireWritable(pool));
      return keyring;
    },
  };
}
