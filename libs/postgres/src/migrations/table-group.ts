import type { MigrationInterface } from 'typeorm';

export interface Migration extends MigrationInterface {
  /** The name in TypeORM's list of migrations: never changed. It ends in 13 digits, which order a group's migrations. */
  name: string;
  /** Why replicas of the version before keep working, if a statement looks as if they might not; see `why-unsafe.ts`. */
  safeBecause?: string;
}

export interface Migrations {
  migrations: readonly (new () => Migration)[];
  /** Loaded on demand: TypeORM takes 33 MB, which a service without repositories saves. */
  entities: () => Promise<Entities>;
}

/** Tables of one concern in one schema, their migrations, and their TypeORM entities. */
export interface TableGroup extends Migrations {
  schema: string;
  /** TypeORM's list of executed migrations, in the same schema: `event_store_migrations`. */
  migrationsTable: string;
}

/** A module of entities, or several as one. */
export type Entities = Record<string, new () => object>;

/** The table groups of one database. */
export interface DatabaseTables {
  /** The key of the advisory lock under which it is migrated. */
  lock: number;
  groups: readonly TableGroup[];
  /** Each statement runs at every start at which its query finds a row. */
  upkeep?: { isDueWhen: string; statement: string };
}

const timeOf = ({ name }: { name: string }) => Number(name.slice(-13));

/**
 * The tables of a projection set, in one list of migrations: those of its engine, and those its projections save to. Both
 * are ordered by time, as TypeORM runs them.
 */
export const setTables = (schema: string, migrationsTable: string, parts: readonly Migrations[]): TableGroup => ({
  ...{ schema, migrationsTable },
  migrations: parts.flatMap(({ migrations }) => migrations).sort((one, other) => timeOf(one) - timeOf(other)),
  entities: async () => Object.assign({}, ...(await Promise.all(parts.map(({ entities }) => entities())))) as Entities,
});
