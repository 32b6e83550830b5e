import type { DatabaseTables, TableGroup } from '#postgres/migrations/table-group.js';
import { EventStore1700000000001 } from './migrations/0001-event-store.js';

/** The migration lock of a service's database; versions without TypeORM's migrations take the same lock. */
export const serviceDatabaseLock = 7_204_101;

/** The tables that every service database has. They are the first group. */
export const eventStoreTables: TableGroup = {
  schema: 'public',
  migrationsTable: 'event_store_migrations',
  migrations: [EventStore1700000000001],
  entities: () => import('./event-store.entities.js'),
};

/** A database that holds only an event store. */
export const eventStoreDatabase: DatabaseTables = { lock: serviceDatabaseLock, groups: [eventStoreTables] };
