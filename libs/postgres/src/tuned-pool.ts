import pg, { type PoolConfig } from 'pg';
import { dropUnusableConnections } from './drop-unusable-connections.js';
import { TunedClient, type TunedClientConfig } from './tuned-client.js';

/**
 * A pool of {@link TunedClient}. A connection that is lost, idle or in use, fails only its own queries: without a listener
 * the event would end the process.
 */
export function tunedPool(config: PoolConfig & TunedClientConfig): pg.Pool {
  const pool = new pg.Pool({ ...config, Client: TunedClient as unknown as NonNullable<PoolConfig['Client']> });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  dropUnusableConnections(pool);
  return pool;
}
