import type { PersonEvent, PersonFact } from '#contracts/events.js';
import type { Role } from '#contracts/people/role.events.js';
import type { Decider } from '#decider/decider.js';
import { happened, type Given } from '#decider/given.js';
import { invalid } from '#decider/rejection.js';
import { requirePerson } from '../person/names.rules.js';
import { nobody, personAfter, type PersonNow } from '../person/person.state.js';

export interface RoleCommand extends Given {
  type: 'GrantRole' | 'RevokeRole';
  personId: string;
  role: Role;
  reason: string;
}

/** The rules of roles. Only accounts have them, and admins cannot revoke their own role, so that one admin is left. */
export const roleDecider: Decider<PersonNow, RoleCommand, PersonEvent, PersonFact> = {
  initialState: nobody,
  evolve: personAfter,
  decide: (command, person) => {
    const { type, personId, role, reason, actor } = command;
    requirePerson(person);
    if (person.kind === 'guest') {
      throw invalid('GuestsHaveNoRoles', { person: 'has no account, and so no role' });
    }
    if (type === 'RevokeRole' && role === 'admin' && actor.kind === 'person' && actor.id === personId) {
      throw invalid('TakesOwnAdminRole', { role: "can't be taken from yourself" });
    }
    if (person.roles.includes(role) === (type === 'GrantRole')) return [];
    const data = { personId, role, reason };
    return [type === 'GrantRole' ? happened(command, 'RoleGranted', data) : happened(command, 'RoleRevoked', data)];
  },
};
