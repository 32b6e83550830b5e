import type { PersonEvent } from '#contracts/events.js';
import { Rejection, type Decider } from '#decider/decider.js';
import { nobody, personAfter, type PersonNow } from '../person/person.state.js';

type Of<Type extends PersonEvent['type']> = Extract<PersonEvent, { type: Type }>;

export type NickCommand =
  | {
      type: 'PickNick';
      event: Of<'NickPicked'>;
      /** Whether it is the name they comment under already; names are sealed, so who can open them says. */
      isTheirs: boolean;
    }
  | { type: 'RestoreOriginalNick'; event: Of<'OriginalNickRestored'> };

/** The rules of nicks, of guests and accounts alike; to pick what one has, or to go back where one is, changes nothing. */
export const nickDecider: Decider<PersonNow, NickCommand, PersonEvent> = {
  initialState: nobody,
  evolve: personAfter,
  decide: (command, { kind, nick }) => {
    if (kind === 'nobody' || kind === 'erased') throw new Rejection('PersonNotFound', 'there is no such person');
    if (command.type === 'RestoreOriginalNick') return nick === null ? [] : [command.event];
    return command.isTheirs ? [] : [command.event];
  },
};
