import type { PersonEvent } from '#contracts/events.js';
import { Rejection, type Decider } from '#decider/decider.js';
import { nobody, personAfter, type PersonNow } from '../person/person.state.js';

type Of<Type extends PersonEvent['type']> = Extract<PersonEvent, { type: Type }>;

export type ErasureCommand =
  | { type: 'RequestErasure'; event: Of<'ErasureRequested'> }
  | { type: 'CancelErasure'; event: Of<'ErasureCancelled'> }
  | { type: 'ErasePerson'; event: Of<'PersonErased'> };

/** The rules of erasing a person; asking or cancelling twice changes nothing. */
export const erasureDecider: Decider<PersonNow, ErasureCommand, PersonEvent> = {
  initialState: nobody,
  evolve: personAfter,
  decide: (command, { kind, erasureRequest }) => {
    const isThere = kind !== 'nobody' && kind !== 'erased';
    // What is to be erased may be older than a restored backup, where nobody asked for it or the person is not yet there.
    if (command.type === 'ErasePerson') return isThere ? [command.event] : [];
    if (kind === 'nobody') throw new Rejection('PersonNotFound', 'there is no such person');
    if (kind === 'erased') throw new Rejection('PersonErased', 'this person was erased');
    const changesNothing = (command.type === 'RequestErasure') === (erasureRequest !== null);
    return changesNothing ? [] : [command.event];
  },
};
