import type { PersonEvent } from '#contracts/events.js';
import { Rejection, type Decider } from '#decider/decider.js';
import { nobody, personAfter, type PersonNow } from '../person/person.state.js';

type Of<Type extends PersonEvent['type']> = Extract<PersonEvent, { type: Type }>;

export type RoleCommand =
  { type: 'GrantRole'; event: Of<'RoleGranted'> } | { type: 'RevokeRole'; event: Of<'RoleRevoked'> };

/** The rules of roles: accounts alone have them, and nobody takes their own admin's role, so that one is left. */
export const roleDecider: Decider<PersonNow, RoleCommand, PersonEvent> = {
  initialState: nobody,
  evolve: personAfter,
  decide: ({ type, event }, { kind, roles }) => {
    if (kind === 'nobody' || kind === 'erased') throw new Rejection('PersonNotFound', 'there is no such person');
    if (kind === 'guest') throw new Rejection('GuestsHaveNoRoles', 'a guest has no account, and so no role');
    const { personId, role, actor } = event.data;
    if (type === 'RevokeRole' && role === 'admin' && actor.kind === 'person' && actor.id === personId) {
      throw new Rejection('TakesOwnAdminRole', 'nobody takes the role of admin from themselves');
    }
    return roles.includes(role) === (type === 'GrantRole') ? [] : [event];
  },
};
