import type { Pool } from 'pg';
import { invalid } from '#decider/rejection.js';
import { giveBack } from '../budget/give-back.js';
import { spend } from '../budget/spend.js';
import { findPasswordHash } from './find-password-hash.js';
import { verifyPassword } from './password-hash.js';

/**
 * Requires the password of somebody who is signed in: their token may be in other hands. The guess is charged before it is
 * judged, so that many at once gain nothing. @param at ISO 8601. @throws Rejection
 */
export async function requirePassword(pool: Pool, personId: string, password: string, at: string): Promise<void> {
  const guess = { subjectId: personId, budget: 'wrong passwords of who is signed in' as const };
  await spend(pool, guess, at);
  const known = await findPasswordHash(pool, personId);
  if (known === undefined || !(await verifyPassword(password, known))) {
    throw invalid('PasswordWrong', { password: 'is not right' });
  }
  await giveBack(pool, guess, at);
}
