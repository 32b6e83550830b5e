import type { PersonEvent, PersonFact } from '#contracts/events.js';
import { exclusionAt } from '#contracts/people/standing.js';
import type { Decider } from '#decider/decider.js';
import { happened, type Given } from '#decider/given.js';
import { conflict, forbidden, personErased } from '#decider/rejection.js';
import { requireGuest, requirePerson } from '../person/names.rules.js';
import { nobody, personAfter, type PersonNow } from '../person/person.state.js';

export interface LinkGuest extends Given {
  type: 'LinkGuest';
  personId: string;
  accountId: string;
  /** Whether the account exists; it is locked until this is stored. */
  accountIsThere: boolean;
  /** How many guests are linked to it already, counted up to the upper bound. */
  guestsOfAccount: number;
}

export type LinkCommand = LinkGuest | (Given & { type: 'UnlinkGuest'; personId: string });

/** Upper bound of the guests that can be linked to one account. */
export const maxGuestsOfAccount = 100;

/** The rules of linking a guest to an account: a guest has one account, and linking does not end a sanction. */
export const linkDecider: Decider<PersonNow, LinkCommand, PersonEvent, PersonFact> = {
  initialState: nobody,
  evolve: personAfter,
  decide: (command, person) => {
    requirePerson(person);
    const { personId } = command;
    const { linkedTo } = person;
    if (command.type === 'LinkGuest') return linked(command, person);
    return linkedTo === null ? [] : [happened(command, 'GuestUnlinked', { personId, accountId: linkedTo })];
  },
};

function linked(command: LinkGuest, person: PersonNow): PersonEvent[] {
  const { personId, accountId, accountIsThere, guestsOfAccount, at } = command;
  requireGuest(person);
  if (person.linkedTo === accountId) return [];
  if (person.linkedTo !== null) throw conflict('GuestIsLinked', 'This guest has another account.');
  if (exclusionAt(person.sanctions, at)) throw forbidden('GuestIsExcluded', 'This guest is suspended or banned.');
  if (person.erasureRequest !== null) {
    throw conflict('GuestIsLeaving', 'This guest is to be erased, which can be cancelled first.');
  }
  if (!accountIsThere) throw personErased();
  if (guestsOfAccount >= maxGuestsOfAccount) {
    const sentence = `This account has ${maxGuestsOfAccount} guests, the most one can have.`;
    throw conflict('AccountHasManyGuests', sentence, { guest: ['is one too many'] });
  }
  return [happened(command, 'GuestLinked', { personId, accountId })];
}
