import type { ClientBase, Pool } from 'pg';
import { IdempotencyKeyReused, type IdempotencyKey } from './event-store.js';

const sql = `SELECT fingerprint, answer FROM commands WHERE key = $1`;

/**
 * The answer given under the key before; undefined when the key is new.
 * @throws IdempotencyKeyReused when the key stands for another command.
 */
export async function recallCommand<Answer>(
  client: ClientBase | Pool,
  { key, fingerprint }: IdempotencyKey,
): Promise<Answer | undefined> {
  const query = { name: 'recall-command', text: sql, values: [key] };
  const { rows } = await client.query<{ fingerprint: string; answer: Answer }>(query);
  if (rows[0] && rows[0].fingerprint !== fingerprint) throw new IdempotencyKeyReused();
  return rows[0]?.answer;
}

/**
 * The answer of a key that another command holds.
 * @throws IdempotencyKeyReused, also where that command was forgotten at this very moment: nothing was done for ours.
 */
export async function recallHeld<Answer>(client: ClientBase | Pool, idempotency: IdempotencyKey): Promise<Answer> {
  const answer = await recallCommand<Answer>(client, idempotency);
  if (answer === undefined) throw new IdempotencyKeyReused();
  return answer;
}
