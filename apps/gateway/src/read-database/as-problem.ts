import { isAway, isNotBuilt } from '#service/is-away.js';
import { unavailable } from '#service/problem.js';

/** The error of a query: 503 where the read database is away or not built yet, else as it is. */
export function asProblem(error: unknown): Error {
  return isAway(error) || isNotBuilt(error)
    ? unavailable('What there is to read is away for now.', 1)
    : (error as Error);
}
