import { eventStoreTables, serviceDatabaseLock } from '#event-store/schema/event-store.tables.js';
import type { DatabaseTables, TableGroup } from '#postgres/migrations/table-group.js';
import { Users1700000000001 } from './migrations/0001-users.js';
import { UsersIndexes1700000000002 } from './migrations/0002-users-indexes.js';

/** What users stores beside its events. Names and addresses are only here sealed, or as keyed hashes. */
export const ownTables: TableGroup = {
  schema: 'public',
  migrationsTable: 'users_migrations',
  migrations: [Users1700000000001, UsersIndexes1700000000002],
  entities: () => import('./users.entities.js'),
};

/** All table groups of the users database. */
export const usersDatabase: DatabaseTables = { lock: serviceDatabaseLock, groups: [eventStoreTables, ownTables] };
