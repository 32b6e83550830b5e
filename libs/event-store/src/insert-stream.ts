import type { Pool } from 'pg';
import type { StreamStart } from './event-store.js';
import { insertedValues, insertEvents } from './insert-events.sql.js';
import { asOutcome } from './outcome-unknown.js';
import { requireAnswer } from './read-answer.js';
import { recordEvents } from './record-events.js';
import { asConflict } from './version-conflict.js';

// The claim waits for an uncommitted transaction with the same key. If that one commits, this statement inserts nothing.
const sql = `
WITH claimed AS (
  INSERT INTO commands (key, fingerprint, answer) VALUES ($15, $16, $17) ON CONFLICT (key) DO NOTHING RETURNING key
),
${insertEvents('EXISTS (SELECT FROM claimed)')}
SELECT key FROM claimed`;

/**
 * Atomically claims the key, appends to a stream that must not exist and stores the answer. One statement, so that it costs
 * one round trip and one wait for the database's disk.
 * @returns undefined; if the key was used before, the earlier answer, and nothing is appended.
 * @throws VersionConflict; EventTooLarge; IdempotencyKeyReused; OutcomeUnknown.
 */
export async function insertStream<Answer>(
  pool: Pool,
  { start, metadata, idempotency, answer }: StreamStart<Answer>,
): Promise<Answer | undefined> {
  const appends = [{ ...start, expectedVersion: 0 }];
  const { key, fingerprint } = idempotency;
  const claim = [key, fingerprint, JSON.stringify(answer)];
  const values = [...insertedValues(recordEvents(appends, metadata), metadata), ...claim];
  const inserted = pool.query({ name: 'start-stream', text: sql, values }).catch((error: unknown) => {
    throw asConflict(appends, asOutcome(error));
  });
  const { rowCount } = await inserted;
  return rowCount === 1 ? undefined : requireAnswer<Answer>(pool, idempotency);
}
