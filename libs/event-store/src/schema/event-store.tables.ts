import type { DatabaseTables, TableGroup } from '#postgres/migrations/table-group.js';
import { EventStore1700000000001 } from './migrations/0001-event-store.js';

/** The lock of a service's database; a version without TypeORM's migrations takes the same. */
export const serviceDatabaseLock = 7_204_101;

/** The tables every service database has, and the first of its groups. */
export const eventStoreTables: TableGroup = {
  schema: 'public',
  migrationsTable: 'event_store_migrations',
  migrations: [EventStore1700000000001],
  entities: () => import('./event-store.entities.js'),
};

/** A database with an event store and nothing beside it. */
export const eventStoreDatabase: DatabaseTables = { lock: serviceDatabaseLock, groups: [eventStoreTables] };
