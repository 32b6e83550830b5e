import { setTables, type Migrations, type TableGroup } from '#postgres/migrations/table-group.js';
import { projectionTables } from '#projection/projection.tables.js';
import { KnownPeople1700000000010 } from './migrations/0001-known-people.js';

const knownPeople: Migrations = {
  migrations: [KnownPeople1700000000010],
  entities: () => import('./known-people.entities.js'),
};

/**
 * What a service learns of people, and of the addresses they come from, from the users topic: the tables of a projection
 * set, with those that are the service's own.
 */
export const knownPeopleTables = (schema: string, ...own: Migrations[]): TableGroup =>
  setTables(schema, `${schema}_migrations`, [projectionTables, knownPeople, ...own]);
