import type { Client, Pool } from 'pg';
import { dropSpoilt } from './drop-spoilt.js';
import { limitAnswers } from './limit-answers.js';
import { promiseForm } from './promise-form.js';
import { sendTogether } from './send-together.js';

/**
 * Has a connection that pipelines cost less, see {@link sendTogether} and {@link promiseForm}.
 * @param answerMs milliseconds after which a connection that does not answer is ended, see {@link limitAnswers}.
 */
export function tuneClient(client: Client, answerMs: number): void {
  sendTogether(client);
  limitAnswers(client, answerMs);
  Object.assign(client, { query: promiseForm(client.query.bind(client)) });
}

/**
 * The same for a pool and each connection it makes; one that is lost, idle or in use, fails what was asked over it and
 * nothing else: an event without a listener would end the process.
 */
export function tunePool(pool: Pool, answerMs: number): Pool {
  // First, so that it sees every query by its callback.
  dropSpoilt(pool);
  pool.on('error', () => undefined);
  pool.on('connect', (client) => {
    client.on('error', () => undefined);
    tuneClient(client, answerMs);
  });
  return Object.assign(pool, {
    query: promiseForm(pool.query.bind(pool)),
    connect: promiseForm(pool.connect.bind(pool)),
  });
}
