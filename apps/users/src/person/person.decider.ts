import type { PersonEvent } from '#contracts/events.js';
import { Rejection, type Decider } from '#decider/decider.js';

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
  | { type: 'EndSessions'; event: EventOf<'SessionsEnded'> }
  | { type: 'FollowPerson'; event: EventOf<'PersonFollowed'> }
  | { type: 'UnfollowPerson'; event: EventOf<'PersonUnfollowed'> };

export type Person =
  { kind: 'nobody' } | { kind: 'guest' } | { kind: 'account'; following: ReadonlySet<string> } | { kind: 'erased' };

/** The rules of a person: who exists stays who they are. Uniqueness across persons is kept by reservations. */
export const personDecider: Decider<Person, PersonCommand, PersonEvent> = {
  initialState: { kind: 'nobody' },
  evolve: (person, event) => {
    switch (event.type) {
      case 'GuestIntroduced':
        return { kind: 'guest' };
      case 'UserRegistered':
        return { kind: 'account', following: new Set() };
      case 'PersonFollowed':
      case 'PersonUnfollowed':
        return person.kind === 'account' ? { ...person, following: followingAfter(person.following, event) } : person;
      case 'PersonErased':
        return { kind: 'erased' };
      // Nicks, links, roles, sanctions and erasure have deciders of their own on the same stream.
      default:
        return person;
    }
  },
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
      case 'FollowPerson': {
        const { event } = command;
        if (event.data.followedId === event.data.personId) {
          throw new Rejection('FollowsOneself', 'nobody follows themselves');
        }
        return requireAccount(person).following.has(event.data.followedId) ? [] : [event];
      }
      case 'UnfollowPerson':
        return requireAccount(person).following.has(command.event.data.followedId) ? [command.event] : [];
    }
  },
};

const endingAny = (event: EventOf<'SessionsEnded'> | undefined) =>
  event !== undefined && event.data.sessionIds.length > 0 ? [event] : [];

function followingAfter(
  following: ReadonlySet<string>,
  { type, data: { followedId } }: EventOf<'PersonFollowed' | 'PersonUnfollowed'>,
): ReadonlySet<string> {
  const after = new Set(following);
  if (type === 'PersonFollowed') after.add(followedId);
  else after.delete(followedId);
  return after;
}

function requireAccount(person: Person): Extract<Person, { kind: 'account' }> {
  if (person.kind === 'erased') throw new Rejection('PersonErased', 'this person was erased');
  if (person.kind !== 'account') throw new Rejection('NotAnAccount', 'this is no account');
  return person;
}

function requireGuest({ kind }: Person): void {
  if (kind === 'erased') throw new Rejection('PersonErased', 'this person was erased');
  if (kind !== 'guest') throw new Rejection('NotAGuest', 'this is no guest');
}
