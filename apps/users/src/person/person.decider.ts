import type { PersonEvent } from '#contracts/events.js';
import { Rejection, type Decider } from '#decider/decider.js';

export type PersonCommand =
  | { type: 'IntroduceGuest'; event: Extract<PersonEvent, { type: 'GuestIntroduced' }> }
  | { type: 'RegisterUser'; event: Extract<PersonEvent, { type: 'UserRegistered' }> };

export type Person = { kind: 'nobody' } | { kind: 'guest' } | { kind: 'account' } | { kind: 'erased' };

/** The rules of a person: who exists stays who they are. Uniqueness across persons is kept by reservations. */
export const personDecider: Decider<Person, PersonCommand, PersonEvent> = {
  initialState: { kind: 'nobody' },
  evolve: (person, event) => {
    switch (event.type) {
      case 'GuestIntroduced':
        return { kind: 'guest' };
      case 'UserRegistered':
        return { kind: 'account' };
      case 'ErasureRequested':
      case 'ErasureCancelled':
        return person;
      case 'PersonErased':
        return { kind: 'erased' };
    }
  },
  decide: (command, person) => {
    if (person.kind !== 'nobody') throw new Rejection('PersonExists', 'this person exists already');
    return [command.event];
  },
};
