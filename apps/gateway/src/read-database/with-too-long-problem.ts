import { unavailable } from '#http/problem.js';

type Query = (...parts: unknown[]) => Promise<unknown>;

/** Postgres gave a statement up, by its `statement_timeout`. */
const isTooLong = (error: unknown) => (error as { code?: unknown }).code === '57014';

/** Has what reads the read database tell a 503 of its own where a search takes too long. */
export function withTooLongProblem<Reader extends { query: unknown }>(reader: Reader): Reader {
  const ask = (reader.query as Query).bind(reader);
  const query: Query = async (...parts) => {
    try {
      return await ask(...parts);
    } catch (error) {
      throw isTooLong(error)
        ? unavailable('The search took too long. Fewer words, or rarer ones, may be found.', 2)
        : error;
    }
  };
  return Object.assign(reader, { query });
}
