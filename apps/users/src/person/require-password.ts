import type { Pool } from 'pg';
import { invalid } from '#decider/rejection.js';
import { passwordFits } from './password-fits.js';

/**
 * Requires the password of somebody who is signed in: their token may be in other hands.
 * @param at ISO 8601. @throws Rejection
 */
export async function requirePassword(pool: Pool, personId: string, password: string, at: string): Promise<void> {
  const fits = await passwordFits(pool, { personId, password, at });
  if (fits === undefined) throw invalid('PasswordWrong', { password: 'is not right' });
}
