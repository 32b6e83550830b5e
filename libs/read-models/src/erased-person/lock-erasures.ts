import type { ClientBase } from 'pg';

const erasuresLock = 7_204_106;

/**
 * Until the transaction ends, nobody is erased while something of somebody is being written, nor the other way round: else
 * what comes from another partition, such as a comment or a follower, could be written by one that has not seen the
 * erasure, unseen by it.
 */
export async function lockErasures(client: ClientBase, how: 'erasing' | 'writing'): Promise<void> {
  const lock = how === 'erasing' ? 'pg_advisory_xact_lock' : 'pg_advisory_xact_lock_shared';
  await client.query({ name: `lock-erasures-${how}`, text: `SELECT ${lock}($1)`, values: [erasuresLock] });
}
