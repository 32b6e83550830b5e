import type { ClientBase } from 'pg';
import type { IdempotencyKey } from './event-store.js';
import { requireAnswer } from './read-answer.js';

// The insert waits for an uncommitted transaction with the same key, so the answer read below always exists.
const sql = `INSERT INTO commands (key, fingerprint) VALUES ($1, $2) ON CONFLICT (key) DO NOTHING`;

/**
 * Claims the command's key in this transaction.
 * @returns the answer stored under the key, or undefined when the key is new.
 * @throws IdempotencyKeyReused when the key belongs to another command.
 */
export async function claimCommand<Answer>(
  client: ClientBase,
  idempotency: IdempotencyKey,
): Promise<Answer | undefined> {
  const { key, fingerprint } = idempotency;
  const claimed = await client.query({ name: 'claim-command', text: sql, values: [key, fingerprint] });
  return claimed.rowCount === 1 ? undefined : requireAnswer(client, idempotency);
}
