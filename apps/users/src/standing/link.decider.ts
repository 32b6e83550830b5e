import type { PersonEvent } from '#contracts/events.js';
import { exclusionAt } from '#contracts/people/standing.js';
import { Rejection, type Decider } from '#decider/decider.js';
import { nobody, personAfter, type PersonNow } from '../person/person.state.js';

type Of<Type extends PersonEvent['type']> = Extract<PersonEvent, { type: Type }>;
type Unlinked = Of<'GuestUnlinked'>;

export type LinkCommand =
  | { type: 'LinkGuest'; event: Of<'GuestLinked'> }
  /** From which account is for the guest's stream to say. */
  | { type: 'UnlinkGuest'; event: Omit<Unlinked, 'data'> & { data: Omit<Unlinked['data'], 'accountId'> } };

/** The rules of a guest's becoming an account: one account a guest, and nobody sheds a sanction by it. */
export const linkDecider: Decider<PersonNow, LinkCommand, PersonEvent> = {
  initialState: nobody,
  evolve: personAfter,
  decide: (command, { kind, sanctions, linkedTo, erasureRequest }) => {
    if (kind === 'nobody' || kind === 'erased') throw new Rejection('PersonNotFound', 'there is no such person');
    if (command.type === 'UnlinkGuest') {
      if (linkedTo === null) return [];
      return [{ ...command.event, data: { ...command.event.data, accountId: linkedTo } }];
    }
    const { data, occurredAt } = command.event;
    if (kind !== 'guest') throw new Rejection('NotAGuest', 'this is no guest');
    if (linkedTo === data.accountId) return [];
    if (linkedTo !== null) throw new Rejection('GuestIsLinked', 'This guest has another account.');
    if (exclusionAt(sanctions, occurredAt)) throw new Rejection('GuestIsExcluded', 'this guest is suspended or banned');
    if (erasureRequest !== null) {
      throw new Rejection('GuestIsLeaving', 'This guest is to be erased, which can be cancelled first.');
    }
    return [command.event];
  },
};
