import type { Pool } from 'pg';
import { giveBack } from '../budget/give-back.js';
import { spend } from '../budget/spend.js';
import { findPasswordHash } from './find-password-hash.js';
import { verifyPassword } from './password-hash.js';
import { passwordGuess } from './password-guess.js';

/**
 * Judges the password that somebody shows who is signed in. The guess is charged before it is judged, so that many at once
 * gain nothing; a right one is given back. @param at ISO 8601. @returns the hash that it fits; undefined if none.
 * @throws Rejection where too many were wrong today
 */
export async function passwordFits(
  pool: Pool,
  { personId, password, at }: { personId: string; password: string; at: string },
): Promise<string | undefined> {
  await spend(pool, passwordGuess(personId), at);
  const known = await findPasswordHash(pool, personId);
  if (known === undefined || !(await verifyPassword(password, known))) return undefined;
  await giveBack(pool, passwordGuess(personId), at);
  return known;
}
