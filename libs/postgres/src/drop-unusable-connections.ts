import type { EventEmitter } from 'node:events';
import type { Client, Pool, PoolClient } from 'pg';

/**
 * SQLSTATEs after which a connection is unusable, though it is open. Either its server became read-only, so that another one
 * is the primary now; or client and server differ about the prepared statements, as after a cancelled parse.
 */
const readOnly = '25006';
const unprepared = new Set(['26000', '42P05', '0A000']);

/** Whether a query that only reads may be repeated on another connection. */
export const makesConnectionUnusable = (error: unknown): boolean => {
  const { code = '' } = error as { code?: string };
  return code === readOnly || unprepared.has(code);
};

/**
 * Makes a pool of {@link TunedClient} close an unusable connection when it is released. If a server became read-only, all
 * its connections are closed, so that new ones resolve the name again and reach the new primary.
 */
export function dropUnusableConnections(pool: Pool): void {
  const unusable = new WeakSet<Client>();
  const idle = new Set<Client>();
  const inUse = new Set<Client>();
  const note = (error: unknown, client: Client) => {
    if (!makesConnectionUnusable(error)) return;
    unusable.add(client);
    if ((error as { code: string }).code !== readOnly) return;
    for (const each of inUse) unusable.add(each);
    // Treated as lost now, so that the pool forgets it before anybody takes it.
    for (const each of [...idle]) each.emit('error', new Error('its server became read-only'));
  };
  pool.on('connect', (client) => {
    (client as EventEmitter).on('queryError', (error: unknown) => note(error, client));
  });
  pool.on('acquire', (client) => {
    idle.delete(client);
    inUse.add(client);
  });
  pool.on('release', (_error, client: PoolClient) => {
    inUse.delete(client);
    // The pool discards a connection that is ending.
    if (unusable.has(client)) void client.end();
    else idle.add(client);
  });
  pool.on('remove', (client) => {
    idle.delete(client);
    inUse.delete(client);
  });
}
