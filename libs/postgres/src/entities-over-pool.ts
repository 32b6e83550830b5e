import 'reflect-metadata';
import { DataSource } from 'typeorm';
import type { Pool } from 'pg';
import type { Entities } from './migrations/table-group.js';
import { SilentLogger } from './silent-logger.js';

type Query = (text: string, values?: unknown[]) => Promise<unknown>;

/**
 * Entities of the tables that a pool sees, not connected yet. Each query goes through the pool's own `query`, and so has its
 * limits, errors and search path; the pool stays open when the source ends. For reading alone: a transaction's statements
 * would go over connections of their own.
 */
export const entitiesOverPool = (pool: Pick<Pool, 'query'>, entities: Entities): DataSource =>
  new DataSource({
    type: 'postgres',
    driver: driverOver((text, values) => pool.query(text, values)),
    logger: new SilentLogger(false),
    entities,
    installExtensions: false,
  });

/** What TypeORM asks of pg: a pool whose one connection hands each query on. */
function driverOver(query: Query) {
  const connection = { query, on() {}, removeListener() {} };
  return {
    Pool: class {
      on(): void {}
      connect(give: (error: undefined, taken: typeof connection, release: () => void) => void): void {
        give(undefined, connection, () => undefined);
      }
      end(ended: () => void): void {
        ended();
      }
    },
  };
}
