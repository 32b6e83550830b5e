import type { Pool } from 'pg';
import { type EntityManager, QueryFailedError } from 'typeorm';
import { entitiesOverPool } from '#postgres/entities-over-pool.js';
import * as entities from '#read-models/read.entities.js';

/**
 * The read tables as entities, for reads off the hot paths: over the pool's connections, within its limits. TypeORM asks the
 * database for its version before the first read, not at the start: a gateway starts without the database.
 */
export class ReadEntities {
  private opened: Promise<EntityManager> | undefined;

  constructor(private readonly pool: Pick<Pool, 'query'>) {}

  /** @throws as the pool does. TypeORM's own error would hide a 503, and show the query's parameters to the log. */
  async read<Result>(work: (tables: EntityManager) => Promise<Result>): Promise<Result> {
    try {
      return await work(await (this.opened ??= this.open()));
    } catch (error) {
      throw error instanceof QueryFailedError ? error.driverError : error;
    }
  }

  private async open(): Promise<EntityManager> {
    try {
      return (await entitiesOverPool(this.pool, entities).initialize()).manager;
    } catch (error) {
      this.opened = undefined;
      throw error;
    }
  }
}
