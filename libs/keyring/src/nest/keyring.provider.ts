import type { FactoryProvider } from '@nestjs/common';
import { HealthChecks } from '#service/health-checks.js';
import { createPool } from '#service/postgres-pool.js';
import { requireWritable } from '#service/require-writable.js';
import { PostgresKeyring } from '../postgres-keyring.js';
import type { InstallationKeys } from '../wrap-key.js';

/** The keyring for an app's module, under the app's own token, with its tables and its check. */
export function keyringOf(
  provide: symbol,
  env: { KEYRING_DATABASE_URL: string; KEYRING_KEY_FILE: InstallationKeys },
): FactoryProvider<PostgresKeyring> {
  return {
    provide,
    inject: [HealthChecks],
    useFactory: async (health: HealthChecks) => {
      const pool = createPool(env.KEYRING_DATABASE_URL, { name: 'keyring', max: 5 });
      const keyring = new PostgresKeyring(pool, env.KEYRING_KEY_FILE);
      await keyring.migrate();
      health.register('keyring', () => requireWritable(pool));
      return keyring;
    },
  };
}
