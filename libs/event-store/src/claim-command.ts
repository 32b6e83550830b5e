import type { ClientBase } from 'pg';
import { IdempotencyKeyReused, type IdempotencyKey } from './event-store.js';

// A twin of this command that has not committed yet makes the insert wait for it, so the answer below is always there.
const sqlClaim = `INSERT INTO commands (key, fingerprint) VALUES ($1, $2) ON CONFLICT (key) DO NOTHING`;
const sqlRecall = `SELECT fingerprint, answer FROM commands WHERE key = $1`;

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
  const claimed = await client.query({ name: 'claim-command', text: sqlClaim, values: [key, fingerprint] });
  if (claimed.rowCount === 1) return undefined;
  const { rows } = await client.query<{ fingerprint: string; answer: Answer }>({
    name: 'recall-command',
    text: sqlRecall,
    values: [key],
  });
  if (rows[0]?.fingerprint !== fingerprint) throw new IdempotencyKeyReused();
  return rows[0].answer;
}
