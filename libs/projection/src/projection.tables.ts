import type { Migrations } from '#postgres/migrations/table-group.js';
import { ProjectionEngine1700000000000 } from './migrations/0001-projection-engine.js';
import { UnknownTypes1700000000012 } from './migrations/0002-unknown-types.js';
import { SetBuild1700000000013 } from './migrations/0003-set-build.js';

/** The tables that a projection set has in its schema besides its rows; they are its first migrations. */
export const projectionTables: Migrations = {
  migrations: [ProjectionEngine1700000000000, UnknownTypes1700000000012, SetBuild1700000000013],
  entities: () => import('./projection.entities.js'),
};
