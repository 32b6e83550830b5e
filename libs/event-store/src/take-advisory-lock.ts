import type { ClientBase } from 'pg';

/** What a lock may be about: the first part of the advisory lock's key. Two-part keys never collide with one-part keys. */
export const advisoryLocks = { slug: 7_204_103, username: 7_204_104, sections: 7_204_105 } as const;

const sql = `SELECT pg_advisory_xact_lock($1::int, hashtext($2))`;

/**
 * Waits for the transaction-scoped advisory lock of a name, and holds it until our transaction ends. What is read after it
 * includes all that earlier holders have committed.
 */
export async function takeAdvisoryLock(
  client: ClientBase,
  what: keyof typeof advisoryLocks,
  name: string,
): Promise<void> {
  await client.query(sql, [advisoryLocks[what], name]);
}
