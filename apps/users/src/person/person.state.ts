import type { PersonFact } from '#contracts/events.js';
import type { Role } from '#contracts/people/role.events.js';
import { rolesAfter, sanctionsAfter, type Sanctions } from '#contracts/people/standing.js';

/** A person after their events: everything that decisions need, and nothing personal. */
export interface PersonNow {
  kind: 'nobody' | 'guest' | 'account' | 'erased';
  roles: readonly Role[];
  sanctions: Sanctions;
  /** The account that a guest is linked to. */
  linkedTo: string | null;
  /** Whether they comment under another name than they came with. */
  hasNick: boolean;
  /** Whether they sign in with a code besides their password. */
  hasSecondFactor: boolean;
  /** The event that requested their erasure, and when it is due; null if it was not requested, or was cancelled. */
  erasureRequest: { eventId: string; dueAt: string } | null;
}

export const nobody: PersonNow = {
  ...{ kind: 'nobody', roles: [], sanctions: {}, linkedTo: null, hasNick: false },
  ...{ hasSecondFactor: false, erasureRequest: null },
};

/** The only fold of a person's stream; every decision on a person uses it. */
export function personAfter(person: PersonNow, event: PersonFact): PersonNow {
  switch (event.type) {
    case 'GuestIntroduced':
      return { ...person, kind: 'guest' };
    case 'UserRegistered':
      return { ...person, kind: 'account', roles: event.data.roles };
    case 'NickPicked':
      return { ...person, hasNick: true };
    case 'OriginalNickRestored':
      return { ...person, hasNick: false };
    case 'SecondFactorSetUp':
      return { ...person, hasSecondFactor: true };
    case 'SecondFactorRemoved':
      return { ...person, hasSecondFactor: false };
    case 'RoleGranted':
    case 'RoleRevoked':
      return { ...person, roles: rolesAfter(person.roles, event) };
    case 'PersonSuspended':
    case 'PersonBanned':
    case 'PersonPremoderated':
    case 'PersonReinstated':
      return { ...person, sanctions: sanctionsAfter(person.sanctions, event) };
    case 'GuestLinked':
      return { ...person, linkedTo: event.data.accountId };
    case 'GuestUnlinked':
      return { ...person, linkedTo: null };
    case 'ErasureRequested':
      return { ...person, erasureRequest: { eventId: event.id, dueAt: event.data.dueAt } };
    case 'ErasureCancelled':
      return { ...person, erasureRequest: null };
    case 'PersonErased':
      return { ...nobody, kind: 'erased' };
    // A warning forbids nothing, and a profile decides nothing; followings have rows of their own.
    case 'ProfileChanged':
    case 'PasswordChanged':
    case 'PasswordResetIssued':
    case 'PersonFollowed':
    case 'PersonUnfollowed':
    case 'PersonWarned':
    case 'SessionsEnded':
      return person;
  }
}
