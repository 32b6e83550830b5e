import { exclusionAt, exclusionSentence, type Sanctions } from '#contracts/people/standing.js';
import { forbidden, unauthorized } from '#http/problem.js';
import type { Caller } from '#identity/caller.js';
import { ruleOfCommand } from './policy.js';
import type { Rule } from './rule.js';

type Role = Exclude<Rule['may'], string>[number];

/**
 * Checks a caller against a rule.
 * @param caller undefined for a stranger, whom only a rule for everyone permits.
 * @throws Problem 401 for a stranger, 403 that names what is lacking.
 */
export function requireMay(rule: Rule, caller: Caller | undefined, now = new Date().toISOString()): void {
  const { may, inGoodStanding } = rule;
  if (may !== 'everyone' && !caller) throw unauthorized('is missing');
  if (caller) {
    if (may === 'account' && caller.kind === 'guest') throw forbidden('A guest has no account.');
    if (may === 'guest' && caller.kind === 'account') throw forbidden('This is for guests. You have an account.');
    if (typeof may !== 'string' && !caller.roles.some((role) => may.includes(role as Role))) {
      const waits = caller.waitingRoles?.some((role) => may.includes(role as Role));
      if (waits) throw forbidden('This takes a second factor, and your account has none yet.');
      throw forbidden(`This takes a role that you have not: ${may.join(' or ')}.`);
    }
    if (inGoodStanding) requireGoodStanding(caller.sanctions, now, 'You are');
  }
}

/** Like {@link requireMay}, with the rule of the command, for the service that executes it. */
export const requireMayCommand = (command: string, caller: Caller | undefined): void =>
  requireMay(ruleOfCommand(command), caller);

/** @param who `You are`, or another subject of the sentence. @throws Problem 403 while suspended or banned. */
export function requireGoodStanding(sanctions: Sanctions, now: string, who: string): void {
  const exclusion = exclusionAt(sanctions, now);
  if (exclusion) throw forbidden(exclusionSentence(who, exclusion));
}

/** @param ranges the sanctions of each range that contains the address. @throws Problem 403 if one is suspended or banned. */
export function requireGoodAddress(ranges: readonly Sanctions[], now: string): void {
  for (const sanctions of ranges) requireGoodStanding(sanctions, now, 'Your address is');
}
