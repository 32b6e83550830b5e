import type { Pool } from 'pg';
import { IdempotencyKeyReused } from '#event-store/event-store.js';
import { findPasswordHash } from './find-password-hash.js';
import { verifyPassword } from './password-hash.js';

/**
 * The record of a command does not hold its password, not even hashed: whether a repetition has the same one is asked
 * of the credentials. Without this, whoever guesses an Idempotency-Key would be given another's token.
 * @throws IdempotencyKeyReused when the password is another.
 */
export async function requireSamePassword(pool: Pool, personId: string, password: string): Promise<void> {
  const known = await findPasswordHash(pool, personId);
  if (known !== undefined && (await verifyPassword(password, known))) return;
  throw new IdempotencyKeyReused();
}
