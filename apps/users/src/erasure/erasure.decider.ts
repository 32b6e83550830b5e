import type { PersonEvent, PersonFact } from '#contracts/events.js';
import type { ErasureReason } from '#contracts/people/person.events.js';
import type { Decider } from '#decider/decider.js';
import { happened, type Given } from '#decider/given.js';
import { notFound, personErased } from '#decider/rejection.js';
import { nobody, personAfter, type PersonNow } from '../person/person.state.js';

interface RequestErasure extends Given {
  type: 'RequestErasure';
  personId: string;
  dueAt: string;
  reason: ErasureReason;
}

interface EndErasure extends Given {
  type: 'CancelErasure' | 'ErasePerson';
  personId: string;
}

export type ErasureCommand = RequestErasure | EndErasure;

/** The rules of erasing a person; asking or cancelling twice changes nothing. */
export const erasureDecider: Decider<PersonNow, ErasureCommand, PersonEvent, PersonFact> = {
  initialState: nobody,
  evolve: personAfter,
  decide: (command, { kind, erasureRequest }) => {
    const { personId } = command;
    if (command.type === 'ErasePerson') {
      // An erasure may be newer than a restored backup, which then lacks the request or the person.
      const isThere = kind !== 'nobody' && kind !== 'erased';
      return isThere ? [happened(command, 'PersonErased', { personId })] : [];
    }
    if (kind === 'nobody') throw notFound('PersonNotFound', 'person');
    if (kind === 'erased') throw personErased();
    if (command.type === 'RequestErasure') {
      const { dueAt, reason } = command;
      return erasureRequest === null ? [happened(command, 'ErasureRequested', { personId, dueAt, reason })] : [];
    }
    return erasureRequest === null ? [] : [happened(command, 'ErasureCancelled', { personId })];
  },
};
