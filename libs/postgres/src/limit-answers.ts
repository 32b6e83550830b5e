import type { Client } from 'pg';

type Query = (...parts: unknown[]) => unknown;

/** Of a code that says the database is away. */
const tooLate = (ms: number) => Object.assign(new Error(`waited ${ms} ms for Postgres`), { code: 'ETIMEDOUT' });

/**
 * Ends a connection on which an answer has not come within `ms`: each query that waits on it fails with an error that
 * says so. In place of pg's `query_timeout`, which has a timer for every query, and holds each with its result until a
 * full collection of garbage.
 */
export function limitAnswers(client: Client, ms: number): void {
  const { connection } = client;
  const query = client.query.bind(client) as Query;
  /** Those that wait, the oldest first: they are answered in their order. */
  const waiting: { since: number }[] = [];
  let timer: NodeJS.Timeout | undefined;
  const look = () => {
    timer = undefined;
    const [oldest] = waiting;
    if (!oldest) return;
    const left = oldest.since + ms - performance.now();
    if (left > 0) wait(left);
    else connection.stream.destroy(tooLate(ms));
  };
  const wait = (left: number) => {
    timer ??= setTimeout(look, left).unref();
  };
  const limited: Query = (...parts) => {
    const callback = parts.at(-1);
    if (typeof callback !== 'function') return query(...parts);
    const asked = { since: performance.now() };
    const forget = () => {
      // A query that cannot be sent calls back twice.
      const at = waiting.indexOf(asked);
      if (at >= 0) waiting.splice(at, 1);
    };
    waiting.push(asked);
    wait(ms);
    try {
      return query(...parts.slice(0, -1), (...result: unknown[]) => {
        forget();
        (callback as Query)(...result);
      });
    } catch (notAsked) {
      forget();
      throw notAsked;
    }
  };
  Object.assign(client, { query: limited });
}
