import type { Client, Pool, PoolClient } from 'pg';

type Query = (...parts: unknown[]) => unknown;

/**
 * SQLSTATEs after which a connection is of no use, though it goes on: its server became read-only, so that another one is
 * the primary now; or what the two think is prepared on it differs, as after a parse that was cancelled.
 */
const readOnly = '25006';
const unprepared = new Set(['26000', '42P05', '0A000']);

/** Whether a query that only reads may be asked again, over another connection. */
export const spoilsConnection = (error: unknown): boolean => {
  const { code = '' } = error as { code?: string };
  return code === readOnly || unprepared.has(code);
};

/**
 * Has a pool throw away connections that are of no use any more: each when it is given back. Of a server that became
 * read-only all of them, so that the next are made by name anew and reach the new primary.
 */
export function dropSpoilt(pool: Pool): void {
  const spoilt = new WeakSet<Client>();
  const idle = new Set<Client>();
  const inUse = new Set<Client>();
  const note = (error: unknown, client: Client) => {
    if (!spoilsConnection(error)) return;
    spoilt.add(client);
    if ((error as { code: string }).code !== readOnly) return;
    for (const each of inUse) spoilt.add(each);
    // As if each were lost at this moment: the pool forgets it before anybody is given it.
    for (const each of [...idle]) each.emit('error', new Error('its server became read-only'));
  };
  pool.on('connect', (client) => hearErrors(client, note));
  pool.on('acquire', (client) => {
    idle.delete(client);
    inUse.add(client);
  });
  pool.on('release', (_error, client: PoolClient) => {
    inUse.delete(client);
    // The pool throws away what is ending.
    if (spoilt.has(client)) void client.end();
    else idle.add(client);
  });
  pool.on('remove', (client) => {
    idle.delete(client);
    inUse.delete(client);
  });
}

function hearErrors(client: Client, note: (error: unknown, client: Client) => void): void {
  const query = client.query.bind(client) as Query;
  const heard: Query = (...parts) => {
    const callback = parts.at(-1);
    if (typeof callback !== 'function') return query(...parts);
    return query(...parts.slice(0, -1), (error: unknown, result: unknown) => {
      if (error) note(error, client);
      (callback as Query)(error, result);
    });
  };
  Object.assign(client, { query: heard });
}
