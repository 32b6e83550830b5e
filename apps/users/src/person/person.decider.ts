import type { Provenance } from '#contracts/event-data.js';
import type { DataOf, PersonEvent, PersonFact } from '#contracts/events.js';
import type { ChangeAccount as AccountWish } from '#contracts/people/account.commands.js';
import type { ChangeGuest as GuestWish } from '#contracts/people/guest.commands.js';
import type { Role } from '#contracts/people/role.events.js';
import type { Decider } from '#decider/decider.js';
import { happened, type Given } from '#decider/given.js';
import { conflict, invalid, notFound } from '#decider/rejection.js';
import {
  requireAccount,
  requireFreeName,
  requireGuest,
  requireOwnLooks,
  taken,
  type NameStanding,
} from './names.rules.js';
import { nobody, personAfter, type PersonNow } from './person.state.js';

export interface IntroduceGuest extends Given {
  type: 'IntroduceGuest';
  personId: string;
  name: string;
  email?: string | undefined;
  website?: string | undefined;
  /** Undefined for an archive, whose guests keep their names. */
  nameStanding?: NameStanding;
  provenance?: Provenance;
}

export interface RegisterUser extends Given {
  type: 'RegisterUser';
  personId: string;
  username: string;
  email?: string | undefined;
  roles: Role[];
  /** Which of the two another person has. */
  taken: ('username' | 'email')[];
  looksLikeStaff: boolean;
  provenance?: Provenance;
}

type ProfileWish = Omit<AccountWish, 'password' | 'currentPassword'>;
type Shown<Wish> = { [Field in keyof Wish]-?: Exclude<Wish[Field], undefined> | null };

export interface ChangeAccount extends Given {
  type: 'ChangeAccount';
  personId: string;
  wanted: ProfileWish;
  /** The present profile; undefined if it is unreadable, and then it cannot change. */
  profile: Shown<ProfileWish> | undefined;
  taken: ('username' | 'email')[];
  looksLikeStaff: boolean;
  newPassword: boolean;
  /** Of the one that was shown, or was not. */
  presentPassword: 'right' | 'wrong' | 'missing' | 'not needed';
  /** Sessions that end with the password. */
  endedSessions: string[];
}

export interface ChangeGuest extends Given {
  type: 'ChangeGuest';
  personId: string;
  wanted: GuestWish;
  /** The present details; undefined if they are unreadable. */
  details: Shown<GuestWish> | undefined;
  nameStanding: NameStanding | undefined;
}

export interface EndSessions extends Given {
  type: 'EndSessions' | 'RotateCredential';
  personId: string;
  sessionIds: string[];
  reason: DataOf<'SessionsEnded'>['reason'];
  /** Whether the session that was named has ended or never existed. */
  isUnknown?: boolean;
}

export type PersonCommand = IntroduceGuest | RegisterUser | ChangeAccount | ChangeGuest | EndSessions;

/** The rules of a person. Uniqueness across persons is reserved outside, and given to the decider as a fact. */
export const personDecider: Decider<PersonNow, PersonCommand, PersonEvent, PersonFact> = {
  initialState: nobody,
  evolve: personAfter,
  decide: (command, person) => {
    switch (command.type) {
      case 'IntroduceGuest':
        requireNobody(person);
        return [introduced(command)];
      case 'RegisterUser':
        requireNobody(person);
        return [registered(command)];
      case 'ChangeAccount':
        requireAccount(person);
        return changedAccount(command);
      case 'ChangeGuest':
        requireGuest(person);
        return changedGuest(command);
      case 'RotateCredential':
        requireGuest(person);
        return ended(command);
      case 'EndSessions':
        requireAccount(person);
        if (command.isUnknown) throw notFound('SessionUnknown', 'session');
        return ended(command);
    }
  },
};

function requireNobody({ kind }: PersonNow): void {
  if (kind !== 'nobody') throw conflict('PersonExists', 'this person exists already');
}

function introduced(command: IntroduceGuest): PersonEvent {
  const { personId, name, email, website, nameStanding, provenance } = command;
  if (nameStanding) requireFreeName(nameStanding, 'name');
  return happened(command, 'GuestIntroduced', {
    ...{ personId, name },
    ...(email !== undefined && { email }),
    ...(website !== undefined && { website }),
    ...(provenance && { provenance }),
  });
}

function registered(command: RegisterUser): PersonEvent {
  const { personId, username, email, roles, looksLikeStaff, provenance } = command;
  requireNoneTaken(command.taken);
  requireOwnLooks(looksLikeStaff, 'username');
  return happened(command, 'UserRegistered', {
    ...{ personId, username },
    ...(email !== undefined && { email }),
    roles,
    ...(provenance && { provenance }),
  });
}

function requireNoneTaken(fields: ('username' | 'email')[]): void {
  if (fields.length === 0) return;
  const messages = Object.fromEntries(fields.map((field) => [field, [taken]]));
  throw conflict('NameOrEmailTaken', 'Somebody else has this name or e-mail.', messages);
}

/** The wanted values that differ from the present ones. */
function newOf<Wish extends object>(wish: Wish, now: Shown<Wish>): Wish {
  const isNew = ([field, value]: [string, unknown]) =>
    value !== undefined && value !== (now as Record<string, unknown>)[field];
  return Object.fromEntries(Object.entries(wish).filter(isNew)) as Wish;
}

function changedAccount(command: ChangeAccount): PersonEvent[] {
  const { personId, wanted, profile, newPassword, endedSessions } = command;
  const change = profile ? newOf(wanted, profile) : {};
  // First, so that nobody learns by a stolen session who has an e-mail.
  if (newPassword || 'email' in change) requirePresentPassword(command.presentPassword);
  requireNoneTaken(command.taken);
  if ('username' in change) requireOwnLooks(command.looksLikeStaff, 'username');
  const hasEnded = newPassword && endedSessions.length > 0;
  const reason = 'password-changed' as const;
  return [
    ...(Object.keys(change).length > 0 ? [happened(command, 'ProfileChanged', { personId, ...change }, 0)] : []),
    ...(newPassword ? [happened(command, 'PasswordChanged', { personId }, 1)] : []),
    ...(hasEnded ? [happened(command, 'SessionsEnded', { personId, sessionIds: endedSessions, reason }, 2)] : []),
  ];
}

/** An open session may be in other hands: it alone does not take the account over. @throws Rejection */
export function requirePresentPassword(shown: ChangeAccount['presentPassword']): void {
  if (shown === 'missing') throw invalid('PasswordMissing', { currentPassword: "can't be blank" });
  if (shown === 'wrong') throw invalid('PasswordWrong', { currentPassword: 'is not right' });
}

function changedGuest(command: ChangeGuest): PersonEvent[] {
  const { personId, wanted, details, nameStanding } = command;
  if (!details) throw notFound('PersonNotFound', 'person');
  const { name, ...change } = newOf(wanted, details);
  if (name !== undefined && nameStanding) requireFreeName(nameStanding, 'name');
  if (name === undefined && Object.keys(change).length === 0) return [];
  return [happened(command, 'ProfileChanged', { personId, ...(name !== undefined && { username: name }), ...change })];
}

function ended(command: EndSessions): PersonEvent[] {
  const { personId, sessionIds, reason } = command;
  return sessionIds.length === 0 ? [] : [happened(command, 'SessionsEnded', { personId, sessionIds, reason })];
}
