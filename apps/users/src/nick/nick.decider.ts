import type { PersonEvent } from '#contracts/events.js';
import { Rejection, type Decider } from '#decider/decider.js';

type Of<Type extends PersonEvent['type']> = Extract<PersonEvent, { type: Type }>;

export type NickCommand =
  | {
      type: 'PickNick';
      event: Of<'NickPicked'>;
      /** Whether it is the name they comment under already; names are sealed, so who can open them says. */
      isTheirs: boolean;
    }
  | { type: 'RestoreOriginalNick'; event: Of<'OriginalNickRestored'> };

/** Whether somebody comments under a picked name. */
export type Nick = 'nobody' | 'original' | 'picked';

/** The rules of nicks, of guests and accounts alike; to pick what one has, or to go back where one is, changes nothing. */
export const nickDecider: Decider<Nick, NickCommand, PersonEvent> = {
  initialState: 'nobody',
  evolve: (nick, { type }) => {
    if (type === 'NickPicked') return 'picked';
    if (type === 'PersonErased') return 'nobody';
    const begins = type === 'GuestIntroduced' || type === 'UserRegistered' || type === 'OriginalNickRestored';
    return begins ? 'original' : nick;
  },
  decide: (command, nick) => {
    if (nick === 'nobody') throw new Rejection('PersonNotFound', 'there is no such person');
    if (command.type === 'RestoreOriginalNick') return nick === 'picked' ? [command.event] : [];
    return command.isTheirs ? [] : [command.event];
  },
};
