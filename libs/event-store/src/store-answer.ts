import type { ClientBase } from 'pg';
import type { IdempotencyKey } from './event-store.js';

const sql = `UPDATE commands SET answer = $2 WHERE key = $1`;

/** Stores a claimed command's answer for its repetitions. The answer must hold nothing personal. */
export async function storeAnswer(client: ClientBase, { key }: IdempotencyKey, answer: unknown): Promise<void> {
  await client.query({ name: 'store-answer', text: sql, values: [key, JSON.stringify(answer)] });
}
