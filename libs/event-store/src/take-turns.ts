import type { ClientBase } from 'pg';

/** What transactions take turns for; the first part of the advisory lock's key, apart from those of one part. */
export const turnsFor = { slug: 7_204_103, username: 7_204_104 } as const;

const sql = `SELECT pg_advisory_xact_lock($1::int, hashtext($2))`;

/**
 * Waits until no other transaction that took a turn for the same name is open, and holds the turn until ours ends. What
 * is read after it sees what they have committed.
 */
export async function takeTurns(client: ClientBase, what: keyof typeof turnsFor, name: string): Promise<void> {
  await client.query(sql, [turnsFor[what], name]);
}
