import { Problem } from '#http/problem.js';
import type { ClientBase, Pool } from 'pg';
import { giveBack } from '../budget/give-back.js';
import { spend } from '../budget/spend.js';
import { codeGuess } from '../second-factor/code-guess.js';
import { needsNoCode } from '../second-factor/needs-no-code.js';
import { take, type Fitting, type SecondFactors } from '../second-factor/second-factors.js';

const codeInvalid = () =>
  new Problem(401, { detail: 'This code is not right, or was used.', errors: { code: ['invalid'] } });

const codeRequired = () =>
  new Problem(401, { detail: 'This account signs in with a code too.', errors: { code: ['required'] } });

/**
 * Judges the code of a sign-in whose password fits. The guess is charged first.
 * @returns what the sign-in takes; undefined where the account has no second factor.
 * @throws Problem 401; Rejection where too many were wrong today, whatever this one is
 */
export async function requireCode(
  pool: Pool,
  secondFactors: SecondFactors,
  { personId, code }: { personId: string; code: string | undefined },
): Promise<Fitting | undefined> {
  if (!(await secondFactors.isOn(personId))) return undefined;
  if (code === undefined) throw codeRequired();
  const now = new Date();
  await spend(pool, codeGuess(personId), now.toISOString());
  const fitting = await secondFactors.judge(personId, code, now);
  if (!fitting) throw codeInvalid();
  return fitting;
}

/**
 * Takes the code in the sign-in's transaction: of two that have judged one code, one signs in.
 * @param at ISO 8601. @throws Problem 401, also where a second factor was set up in the meantime
 */
export async function takeCode(
  client: ClientBase,
  personId: string,
  { fitting, at }: { fitting: Fitting | undefined; at: string },
): Promise<void> {
  if (fitting === undefined) {
    if (await needsNoCode(client, personId)) return;
    throw codeRequired();
  }
  if (!(await take(client, personId, fitting))) throw codeInvalid();
  await giveBack(client, codeGuess(personId), at);
}
