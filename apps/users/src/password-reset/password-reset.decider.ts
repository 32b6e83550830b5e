import type { PersonEvent, PersonFact } from '#contracts/events.js';
import type { Decider } from '#decider/decider.js';
import { happened, type Given } from '#decider/given.js';
import { invalid } from '#decider/rejection.js';
import { requireAccount, requirePerson } from '../person/names.rules.js';
import { nobody, personAfter, type PersonNow } from '../person/person.state.js';

export interface IssuePasswordReset extends Given {
  type: 'IssuePasswordReset';
  personId: string;
  /** ISO 8601; null if the account has no e-mail or no password, and so no sign-in. */
  expiresAt: string | null;
}

export interface ResetPassword extends Given {
  type: 'ResetPassword';
  personId: string;
  /** Whether the link was neither used, nor expired, nor replaced by another. */
  isUsable: boolean;
  /** Sessions that end with the password: all of them. */
  endedSessions: string[];
}

export type PasswordResetCommand = IssuePasswordReset | ResetPassword;

/** What is said of the token of a link that does not work, whatever the reason. */
export const linkIsOver = 'is used, replaced by a newer one, or too old';

/** The rules of getting another password by a link. As at a sign-in, sanctions and a pending erasure do not matter. */
export const passwordResetDecider: Decider<PersonNow, PasswordResetCommand, PersonEvent, PersonFact> = {
  initialState: nobody,
  evolve: personAfter,
  decide: (command, person) =>
    command.type === 'IssuePasswordReset' ? issued(command, person) : reset(command, person),
};

function issued(command: IssuePasswordReset, person: PersonNow): PersonEvent[] {
  const { actor, personId, expiresAt } = command;
  requirePerson(person);
  // A session that somebody else holds would take the account over, past its password and its second factor.
  if (actor.kind === 'person' && actor.id === personId) {
    throw invalid('ResetsOwnPassword', { person: "can't be yourself" });
  }
  if (person.kind === 'guest') {
    throw invalid('GuestsHaveNoPassword', { person: 'has no account, and so no password' });
  }
  if (expiresAt === null) throw invalid('CannotSignIn', { person: 'has no e-mail and password to sign in with' });
  return [happened(command, 'PasswordResetIssued', { personId, expiresAt })];
}

function reset(command: ResetPassword, person: PersonNow): PersonEvent[] {
  const { personId, isUsable, endedSessions: sessionIds } = command;
  requireAccount(person);
  if (!isUsable) throw invalid('ResetLinkOver', { token: linkIsOver });
  const ended = { personId, sessionIds, reason: 'password-changed' as const };
  return [
    happened(command, 'PasswordChanged', { personId }),
    ...(sessionIds.length > 0 ? [happened(command, 'SessionsEnded', ended, 1)] : []),
  ];
}
