import type { MigrationInterface } from 'typeorm';

export interface Migration extends MigrationInterface {
  /** As in TypeORM's list of what has run: never changed. Ends in 13 digits, by which a group's migrations are ordered. */
  name: string;
  /** Why replicas of the version before go on, where a statement looks as if they might not; see `why-unsafe.ts`. */
  safeBecause?: string;
}

export interface Migrations {
  migrations: readonly (new () => Migration)[];
  /** Loaded when they are asked for: TypeORM takes 33 MB, and a service without repositories does without it. */
  entities: () => Promise<Entities>;
}

/** Tables of one concern in one schema, the migrations that made them, and what TypeORM sees of them. */
export interface TableGroup extends Migrations {
  schema: string;
  /** TypeORM's list of what has run, in the same schema: `event_store_migrations`. */
  migrationsTable: string;
}

/** A module of entities, or several as one. */
export type Entities = Record<string, new () => object>;

/** What there is in one database. */
export interface DatabaseTables {
  /** The key of the advisory lock under which it is migrated. */
  lock: number;
  groups: readonly TableGroup[];
  /** A statement for each start at which a query finds a row. */
  upkeep?: { isDueWhen: string; statement: string };
}

const timeOf = ({ name }: { name: string }) => Number(name.slice(-13));

/**
 * The tables of a projection set: those of its engine, and those its projections save to, by one list of migrations. It is
 * in the order of their times, as TypeORM runs them, whichever part a later one is of.
 */
export const setTables = (schema: string, migrationsTable: string, parts: readonly Migrations[]): TableGroup => ({
  ...{ schema, migrationsTable },
  migrations: parts.flatMap(({ migrations }) => migrations).sort((one, other) => timeOf(one) - timeOf(other)),
  entities: async () => Object.assign({}, ...(await Promise.all(parts.map(({ entities }) => entities())))) as Entities,
});
