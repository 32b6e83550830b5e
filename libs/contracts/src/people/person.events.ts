import { z } from 'zod';
import { eventData } from '../event-data.js';
import { Sealed } from '../sealed.js';
import { nickEvents } from './nick.events.js';
import { Role, roleEvents } from './role.events.js';
import { sanctionEvents } from './sanction.events.js';

export const GuestIntroduced = eventData({
  personId: z.uuid(),
  name: Sealed,
  email: Sealed.optional(),
  website: Sealed.optional(),
});

export const UserRegistered = eventData({
  personId: z.uuid(),
  username: Sealed,
  /** Only an imported author may be without. */
  email: Sealed.optional(),
  roles: z.array(Role),
});

/** What changed of a profile; what is left out stays, null empties. */
export const ProfileChanged = eventData({
  personId: z.uuid(),
  username: Sealed.optional().describe('of a guest: the name'),
  email: Sealed.nullable().optional().describe('null of a guest only'),
  website: Sealed.nullable().optional().describe('of a guest'),
  bio: Sealed.nullable().optional(),
  image: Sealed.nullable().optional(),
});

/** Neither the password nor its hash: events are public. */
export const PasswordChanged = eventData({ personId: z.uuid() });

export const PersonFollowed = eventData({ personId: z.uuid().describe('who follows'), followedId: z.uuid() });
export const PersonUnfollowed = eventData({ personId: z.uuid().describe('who followed'), followedId: z.uuid() });

/** Tokens of these sessions are good no more. */
export const SessionsEnded = eventData({
  personId: z.uuid(),
  sessionIds: z.array(z.uuid()),
  reason: z.enum(['signed-out', 'password-changed', 'refresh-token-reused', 'credential-rotated']),
});

/** A code and no text, so that nobody writes a name into the log. */
export const ErasureReason = z.enum(['asked-here', 'asked-elsewhere', 'legal-duty', 'stored-by-mistake']);
export type ErasureReason = z.infer<typeof ErasureReason>;

export const ErasureRequested = eventData({
  personId: z.uuid(),
  dueAt: z.iso.datetime().describe('until then it can be cancelled'),
  reason: ErasureReason,
});

export const ErasureCancelled = eventData({ personId: z.uuid() });

export const PersonErased = eventData({ personId: z.uuid() });

/** From now on what the guest did is the account's: comments, nicks and count. The guest's credential is good no more. */
export const GuestLinked = eventData({ personId: z.uuid().describe('the guest'), accountId: z.uuid() });

/** Undone, by a moderator: each is who they were. */
export const GuestUnlinked = eventData({ personId: z.uuid().describe('the guest'), accountId: z.uuid() });

/** In the stream of the pair; before it had one, in the follower's. */
export const followingEvents = { PersonFollowed, PersonUnfollowed };

export const personEvents = {
  GuestIntroduced,
  UserRegistered,
  ProfileChanged,
  PasswordChanged,
  ...followingEvents,
  SessionsEnded,
  GuestLinked,
  GuestUnlinked,
  ...nickEvents,
  ...roleEvents,
  ...sanctionEvents,
  ErasureRequested,
  ErasureCancelled,
  PersonErased,
};
