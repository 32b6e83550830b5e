import type { Queryable } from '#postgres/shared-connection.js';
import { microsecondsNow } from './sequence.sql.js';

/** About the next sequence: no earlier one is given any more, but by transactions under way. */
export async function readSequenceNow(connection: Queryable): Promise<number> {
  const query = { name: 'read-sequence-now', text: `SELECT ${microsecondsNow}::float8 AS now`, values: [] };
  return (await connection.query<{ now: number }>(query)).rows[0]?.now ?? 0;
}
