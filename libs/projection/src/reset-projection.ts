import { inTransaction } from '#postgres/in-transaction.js';
import type { Pool } from 'pg';
import { progressChannel } from './notify-progress.js';
import { everythingForgotten } from './wait-for-versions.js';

const engineTables = ['stream_progress', 'parked_event', 'halted_stream', 'dead_letter', 'unknown_event'];
/**
 * These tables have at most about a row for each partition, so deleting the rows costs less than a TRUNCATE's new
 * files.
 */
const smallTables = ['late_beginning', 'attempt'];

/**
 * Empties a projection set in one transaction and sets its checkpoints to the beginning. Its consumers go back there
 * without a restart, and fold everything again. Until they have, readers see the part that is folded so far. This is
 * another build of the set, with an id of its own.
 * @param tables those the set's projections save to.
 */
export async function resetProjection(pool: Pool, schema: string, tables: readonly string[]): Promise<void> {
  const emptied = [...new Set([...tables, ...engineTables])].map((table) => `${schema}.${table}`);
  await inTransaction(pool, async (client) => {
    await client.query(`SET LOCAL lock_timeout = '15s'`);
    // Locks every partition at once, also those without a checkpoint yet, so no batch is under way from here on.
    await client.query(`LOCK TABLE ${schema}.checkpoint IN EXCLUSIVE MODE`);
    await client.query(`TRUNCATE ${emptied.join(', ')}`);
    for (const table of smallTables) await client.query(`DELETE FROM ${schema}.${table}`);
    await client.query(`UPDATE ${schema}.set_build SET id = gen_random_uuid()`);
    await client.query(`UPDATE ${schema}.checkpoint SET next_offset = 0, counted = 0, watermark = 0`);
    await client.query('SELECT pg_notify($1, $2)', [progressChannel(schema), everythingForgotten]);
  });
}
