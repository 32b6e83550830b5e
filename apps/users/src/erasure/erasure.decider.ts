import type { PersonEvent } from '#contracts/events.js';
import { Rejection, type Decider } from '#decider/decider.js';

type Of<Type extends PersonEvent['type']> = Extract<PersonEvent, { type: Type }>;

export type ErasureCommand =
  | { type: 'RequestErasure'; event: Of<'ErasureRequested'> }
  | { type: 'CancelErasure'; event: Of<'ErasureCancelled'> }
  | { type: 'ErasePerson'; event: Of<'PersonErased'> };

/** How it stands with a person's erasure. */
export type Erasure = 'nobody' | 'unasked' | 'asked' | 'erased';

/** The rules of erasing a person; asking or cancelling twice changes nothing. */
export const erasureDecider: Decider<Erasure, ErasureCommand, PersonEvent> = {
  initialState: 'nobody',
  evolve: (erasure, event) => {
    if (erasure === 'erased' || event.type === 'PersonErased') return 'erased';
    if (event.type === 'ErasureRequested') return 'asked';
    if (event.type === 'ErasureCancelled') return 'unasked';
    return erasure === 'asked' ? 'asked' : 'unasked';
  },
  decide: (command, erasure) => {
    // What is to be erased may be older than a restored backup, where nobody asked for it or the person is not yet there.
    if (command.type === 'ErasePerson') return erasure === 'asked' || erasure === 'unasked' ? [command.event] : [];
    if (erasure === 'nobody') throw new Rejection('PersonNotFound', 'there is no such person');
    if (erasure === 'erased') throw new Rejection('PersonErased', 'this person was erased');
    const changesNothing = (command.type === 'RequestErasure') === (erasure === 'asked');
    return changesNothing ? [] : [command.event];
  },
};
