import type { ClientBase, Pool } from 'pg';
import { IdempotencyKeyReused, type IdempotencyKey } from './event-store.js';

const sql = `SELECT fingerprint, answer FROM commands WHERE key = $1`;

/**
 * The answer stored under the key; undefined when the key is new.
 * @throws IdempotencyKeyReused when the key belongs to another command.
 */
export async function readAnswer<Answer>(
  client: ClientBase | Pool,
  { key, fingerprint }: IdempotencyKey,
): Promise<Answer | undefined> {
  const query = { name: 'read-answer', text: sql, values: [key] };
  const { rows } = await client.query<{ fingerprint: string; answer: Answer }>(query);
  if (rows[0] && rows[0].fingerprint !== fingerprint) throw new IdempotencyKeyReused();
  return rows[0]?.answer;
}

/**
 * The answer stored under a key that could not be claimed.
 * @throws IdempotencyKeyReused, also if the row was deleted as old at this moment: nothing was written for our command.
 */
export async function requireAnswer<Answer>(client: ClientBase | Pool, idempotency: IdempotencyKey): Promise<Answer> {
  const answer = await readAnswer<Answer>(client, idempotency);
  if (answer === undefined) throw new IdempotencyKeyReused();
  return answer;
}
