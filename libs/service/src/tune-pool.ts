import type { Client, Pool } from 'pg';
import { promiseForm } from './promise-form.js';
import { sendTogether } from './send-together.js';

/** Has a connection that pipelines cost less, see {@link sendTogether} and {@link promiseForm}. */
export function tuneClient(client: Client): void {
  sendTogether(client);
  Object.assign(client, { query: promiseForm(client.query.bind(client)) });
}

/** The same for a pool and each connection it makes. */
export function tunePool(pool: Pool): Pool {
  pool.on('connect', tuneClient);
  return Object.assign(pool, {
    query: promiseForm(pool.query.bind(pool)),
    connect: promiseForm(pool.connect.bind(pool)),
  });
}
