import type { Client } from 'pg';

type Query = (...parts: unknown[]) => unknown;

/**
 * Has a connection that pipelines write what it is given in one turn of the event loop at once: otherwise each query is
 * a write of its own, and a write costs more than anything else that a small query makes this process do.
 */
export function sendTogether(client: Client): void {
  const { connection } = client;
  const query = client.query.bind(client) as Query;
  let isHeld = false;
  const send = () => {
    isHeld = false;
    connection.stream.uncork();
  };
  const hold = () => {
    if (isHeld) return;
    isHeld = true;
    connection.stream.cork();
    process.nextTick(send);
  };
  const heldQuery: Query = (...parts) => {
    hold();
    return query(...parts);
  };
  Object.assign(client, { query: heldQuery });
}
