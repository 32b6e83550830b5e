import { eventStoreTables, serviceDatabaseLock } from '#event-store/schema/event-store.tables.js';
import type { DatabaseTables, TableGroup } from '#postgres/migrations/table-group.js';
import { Users1700000000001 } from './migrations/0001-users.js';
import { UsersIndexes1700000000002 } from './migrations/0002-users-indexes.js';
import { PasswordResets1700000000003 } from './migrations/0003-password-resets.js';
import { SecondFactors1700000000004 } from './migrations/0004-second-factors.js';

/** What users stores beside its events. Names and addresses are only here sealed, or as keyed hashes. */
export const ownTables: TableGroup = {
  schema: 'public',
  migrationsTable: 'users_migrations',
  migrations: [Users1700000000001, UsersIndexes1700000000002, PasswordResets1700000000003, SecondFactors1700000000004],
  entities: () => import('./users.entities.js'),
};

/** All table groups of the users database. */
export const usersDatabase: DatabaseTables = { lock: serviceDatabaseLock, groups: [eventStoreTables, ownTables] };
