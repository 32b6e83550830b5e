import type { Pool } from 'pg';
import { IdempotencyKeyReused } from '#event-store/event-store.js';
import { findPasswordHash } from './find-password-hash.js';
import { verifyPassword } from './password-hash.js';

/**
 * The record of a command does not hold its password, not even hashed, so the credentials show whether a repetition has the
 * same one. Otherwise a person who guesses an Idempotency-Key would get another's token.
 * @throws IdempotencyKeyReused if the password differs.
 */
export async function requireSamePassword(pool: Pool, personId: string, password: string): Promise<void> {
  const known = await findPasswordHash(pool, personId);
  if (known !== undefined && (await verifyPassword(password, known))) return;
  throw new IdempotencyKeyReused();
}
