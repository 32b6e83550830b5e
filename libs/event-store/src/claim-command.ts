import type { ClientBase } from 'pg';
import type { IdempotencyKey } from './event-store.js';
import { recallHeld } from './recall-command.js';

// A twin of this command that has not committed yet makes the insert wait for it, so the answer below is always there.
const sql = `INSERT INTO commands (key, fingerprint) VALUES ($1, $2) ON CONFLICT (key) DO NOTHING`;

/**
 * Marks the command as run in this transaction.
 * @returns the answer it was given before, or undefined when it is new.
 * @throws IdempotencyKeyReused when the key stands for another command.
 */
export async function claimCommand<Answer>(
  client: ClientBase,
  idempotency: IdempotencyKey,
): Promise<Answer | undefined> {
  const { key, fingerprint } = idempotency;
  const claimed = await client.query({ name: 'claim-command', text: sql, values: [key, fingerprint] });
  return claimed.rowCount === 1 ? undefined : recallHeld(client, idempotency);
}
