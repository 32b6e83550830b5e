import { makesConnectionUnusable } from '#postgres/drop-unusable-connections.js';
import { isAway, isNotBuilt } from '#postgres/is-away.js';
import { unavailable } from '#http/problem.js';

type Query = (...parts: unknown[]) => Promise<unknown>;

/**
 * Has what reads the read database tell 503 where that is away or not built yet; any other error is one of ours and stays.
 * What failed with its connection alone is asked once more over another: it only reads.
 */
export function withUnavailableProblem<Reader extends { query: unknown }>(reader: Reader): Reader {
  const query = (reader.query as Query).bind(reader);
  const ask: Query = async (...parts) => {
    try {
      return await query(...parts).catch((error: unknown) => {
        if (makesConnectionUnusable(error)) return query(...parts);
        throw error;
      });
    } catch (error) {
      throw isAway(error) || isNotBuilt(error) ? unavailable('What there is to read is away for now.', 1) : error;
    }
  };
  return Object.assign(reader, { query: ask });
}
