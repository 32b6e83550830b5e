import type { PersonEvent } from '#contracts/events.js';
import type { Role } from '#contracts/people/role.events.js';
import { rolesAfter, sanctionsAfter, type Sanctions } from '#contracts/people/standing.js';

/** What decides what a person may do. */
export interface PersonStanding {
  kind: 'nobody' | 'guest' | 'account' | 'erased';
  roles: readonly Role[];
  sanctions: Sanctions;
  /** The account that a guest has become. */
  linkedTo: string | null;
}

export const noStanding: PersonStanding = { kind: 'nobody', roles: [], sanctions: {}, linkedTo: null };

export function standingAfter(standing: PersonStanding, event: PersonEvent): PersonStanding {
  switch (event.type) {
    case 'GuestIntroduced':
      return { ...standing, kind: 'guest' };
    case 'UserRegistered':
      return { ...standing, kind: 'account', roles: event.data.roles };
    case 'RoleGranted':
    case 'RoleRevoked':
      return { ...standing, roles: rolesAfter(standing.roles, event) };
    case 'GuestLinked':
      return { ...standing, linkedTo: event.data.accountId };
    case 'GuestUnlinked':
      return { ...standing, linkedTo: null };
    case 'PersonErased':
      return { ...noStanding, kind: 'erased' };
    default:
      return { ...standing, sanctions: sanctionsAfter(standing.sanctions, event) };
  }
}

export const standingOf = (events: Iterable<PersonEvent>): PersonStanding => {
  let standing = noStanding;
  for (const event of events) standing = standingAfter(standing, event);
  return standing;
};

/** The types of event that {@link standingAfter} looks at. */
export const standingTypes: readonly PersonEvent['type'][] = [
  ...(['GuestIntroduced', 'UserRegistered', 'RoleGranted', 'RoleRevoked', 'GuestLinked', 'GuestUnlinked'] as const),
  ...(['PersonSuspended', 'PersonBanned', 'PersonPremoderated', 'PersonReinstated', 'PersonErased'] as const),
];
