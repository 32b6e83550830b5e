import type { ClientBase } from 'pg';

const erasuresLock = 7_204_106;

/**
 * Until the transaction ends, nobody is erased while rows about people are written, and no such rows are written during
 * an erasure. Otherwise a transaction of another partition, which does not see the erasure, could write a comment or a
 * follower that the erasure does not see.
 */
export async function lockErasures(client: ClientBase, how: 'erasing' | 'writing'): Promise<void> {
  const lock = how === 'erasing' ? 'pg_advisory_xact_lock' : 'pg_advisory_xact_lock_shared';
  await client.query({ name: `lock-erasures-${how}`, text: `SELECT ${lock}($1)`, values: [erasuresLock] });
}
