import type { DatabaseTables } from '#postgres/migrations/table-group.js';
import { Keyring1700000000001 } from './migrations/0001-keyring.js';
import { MonthKeys1700000000002 } from './migrations/0002-month-keys.js';

/** All that is in the keyring's database. What each role may do there is said in libs/installation. */
export const keyringDatabase: DatabaseTables = {
  lock: 7_204_103,
  groups: [
    {
      schema: 'public',
      migrationsTable: 'keyring_migrations',
      migrations: [Keyring1700000000001, MonthKeys1700000000002],
      entities: () => import('./keyring.entities.js'),
    },
  ],
};
