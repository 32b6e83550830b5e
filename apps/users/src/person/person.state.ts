import type { PersonEvent } from '#contracts/events.js';
import type { Role } from '#contracts/people/role.events.js';
import { rolesAfter, sanctionsAfter, type Sanctions } from '#contracts/people/standing.js';
import { nothingTold, profileAfter, type SealedProfile } from './sealed-profile.js';

/** What decides what a person may do. */
export interface PersonStanding {
  kind: 'nobody' | 'guest' | 'account' | 'erased';
  roles: readonly Role[];
  sanctions: Sanctions;
  /** The account that a guest has become. */
  linkedTo: string | null;
}

/** A person as their events left them: all that is decided on, and what they tell of themselves, still sealed. */
export interface PersonNow extends PersonStanding, SealedProfile {
  /** The event by which their erasure was asked for; null where it was not, or was cancelled. */
  erasureRequest: string | null;
}

export const nobody: PersonNow = {
  ...{ kind: 'nobody', roles: [], sanctions: {}, linkedTo: null, erasureRequest: null },
  ...nothingTold,
};

/** The one fold of a person's stream, which all that is decided of a person goes by. */
export function personAfter(person: PersonNow, event: PersonEvent): PersonNow {
  switch (event.type) {
    case 'GuestIntroduced':
      return { ...person, ...profileAfter(person, event), kind: 'guest' };
    case 'UserRegistered':
      return { ...person, ...profileAfter(person, event), kind: 'account', roles: event.data.roles };
    case 'ProfileChanged':
    case 'NickPicked':
    case 'OriginalNickRestored':
      return { ...person, ...profileAfter(person, event) };
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
      return { ...person, erasureRequest: event.id };
    case 'ErasureCancelled':
      return { ...person, erasureRequest: null };
    case 'PersonErased':
      return { ...nobody, kind: 'erased' };
    // A warning forbids nothing. Whom somebody follows stands in rows of its own.
    case 'PasswordChanged':
    case 'PersonFollowed':
    case 'PersonUnfollowed':
    case 'PersonWarned':
    case 'SessionsEnded':
      return person;
  }
}
