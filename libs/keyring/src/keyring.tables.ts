import type { DatabaseTables } from '#postgres/migrations/table-group.js';
import { Keyring1700000000001 } from './migrations/0001-keyring.js';
import { MonthKeys1700000000002 } from './migrations/0002-month-keys.js';

/** All tables of the keyring's database. libs/installation grants each role its rights there. */
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
