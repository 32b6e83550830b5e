import type { PersonEvent } from '#contracts/events.js';
import { Rejection, type Decider } from '#decider/decider.js';
import { nobody, personAfter, type PersonNow } from './person.state.js';

type EventOf<Type extends PersonEvent['type']> = Extract<PersonEvent, { type: Type }>;

export type PersonCommand =
  | { type: 'IntroduceGuest'; event: EventOf<'GuestIntroduced'> }
  | { type: 'RegisterUser'; event: EventOf<'UserRegistered'> }
  | {
      type: 'ChangeAccount';
      profile?: EventOf<'ProfileChanged'>;
      password?: EventOf<'PasswordChanged'>;
      ended?: EventOf<'SessionsEnded'>;
    }
  | { type: 'ChangeGuest'; event?: EventOf<'ProfileChanged'> }
  | { type: 'RotateCredential'; event: EventOf<'SessionsEnded'> }
  | { type: 'EndSessions'; event: EventOf<'SessionsEnded'> };

/** The rules of a person: who exists stays who they are. Uniqueness across persons is kept by reservations. */
export const personDecider: Decider<PersonNow, PersonCommand, PersonEvent> = {
  initialState: nobody,
  evolve: personAfter,
  decide: (command, person) => {
    switch (command.type) {
      case 'IntroduceGuest':
      case 'RegisterUser':
        if (person.kind !== 'nobody') throw new Rejection('PersonExists', 'this person exists already');
        return [command.event];
      case 'ChangeAccount':
        requireAccount(person);
        return [command.profile, command.password, ...endingAny(command.ended)].filter((event) => event !== undefined);
      case 'ChangeGuest':
      case 'RotateCredential':
        requireGuest(person);
        return command.event ? [command.event] : [];
      case 'EndSessions':
        requireAccount(person);
        return endingAny(command.event);
    }
  },
};

const endingAny = (event: EventOf<'SessionsEnded'> | undefined) =>
  event !== undefined && event.data.sessionIds.length > 0 ? [event] : [];

function requireAccount({ kind }: PersonNow): void {
  if (kind === 'erased') throw new Rejection('PersonErased', 'this person was erased');
  if (kind !== 'account') throw new Rejection('NotAnAccount', 'this is no account');
}

function requireGuest({ kind }: PersonNow): void {
  if (kind === 'erased') throw new Rejection('PersonErased', 'this person was erased');
  if (kind !== 'guest') throw new Rejection('NotAGuest', 'this is no guest');
}
