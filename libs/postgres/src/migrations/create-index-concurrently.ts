import type { QueryRunner } from 'typeorm';

const isHalfMade = 'SELECT FROM pg_index WHERE indexrelid = to_regclass($1) AND NOT indisvalid';

/**
 * Creates an index while others write to its table; for a migration with `transaction = false`. An invalid index of an
 * earlier attempt, which slows every write and helps no query, is dropped first.
 * @param on table, method and columns: `events (stream, version) WHERE …`
 */
export async function createIndexConcurrently(runner: QueryRunner, name: string, on: string): Promise<void> {
  // It waits for running writes, and nobody waits for it meanwhile.
  await runner.query('SET lock_timeout = 0');
  const halfMade = (await runner.query(isHalfMade, [name])) as unknown[];
  if (halfMade.length > 0) await runner.query(`DROP INDEX CONCURRENTLY ${name}`);
  await runner.query(`CREATE INDEX CONCURRENTLY IF NOT EXISTS ${name} ON ${on}`);
}
