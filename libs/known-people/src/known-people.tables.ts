import { setTables, type Migrations, type TableGroup } from '#postgres/migrations/table-group.js';
import { projectionTables } from '#projection/projection.tables.js';
import { KnownPeople1700000000010 } from './migrations/0001-known-people.js';
import { SecondFactors1700000000021 } from './migrations/0002-second-factors.js';

const knownPeople: Migrations = {
  migrations: [KnownPeople1700000000010, SecondFactors1700000000021],
  entities: () => import('./known-people.entities.js'),
};

/** The tables of a service's replicated data about people and address ranges: those of a projection set, and the rows. */
export const knownPeopleTables = (schema: string, ...own: Migrations[]): TableGroup =>
  setTables(schema, `${schema}_migrations`, [projectionTables, knownPeople, ...own]);
