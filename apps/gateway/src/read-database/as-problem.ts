import pg from 'pg';
import { unavailable } from '#service/problem.js';

// Connection exceptions, shutting down, starting up, too many connections, cancelled by its limit; not built yet.
const awayCodes = /^(08...|57P0[1-5]|53300|57014|42P01|3F000|3D000)$/;

/** The error of a query: 503 where the read database is away or not built yet, else as it is. */
export function asProblem(error: unknown): Error {
  const isFault = error instanceof pg.DatabaseError && !awayCodes.test(error.code ?? '');
  return isFault || error instanceof TypeError ? error : unavailable('What there is to read is away for now.', 1);
}
