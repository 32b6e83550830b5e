import 'reflect-metadata';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { SilentLogger } from '../silent-logger.js';
import type { Entities, TableGroup } from './table-group.js';

type Connection = Pick<Extract<DataSourceOptions, { type: 'postgres' }>, 'url' | 'driver'>;

/** A TypeORM data source of a group's tables. Unqualified names are those of the group's schema. */
export const dataSourceOf = (group: TableGroup, connection: Connection, entities: Entities = {}): DataSource =>
  new DataSource({
    ...connection,
    type: 'postgres',
    logger: new SilentLogger(false),
    schema: group.schema,
    entities,
    migrations: [...group.migrations],
    migrationsTableName: group.migrationsTable,
    // No column generates its ids in the database, and a service may not install extensions there.
    installExtensions: false,
    extra: { max: 1, options: `-c search_path=${group.schema}` },
  });

/** The same with its entities: for repositories, and for comparing them with the schema. */
export async function openDataSource(group: TableGroup, url: string): Promise<DataSource> {
  return dataSourceOf(group, { url }, await group.entities()).initialize();
}
