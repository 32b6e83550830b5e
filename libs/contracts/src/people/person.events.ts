import { z } from 'zod';
import { eventData } from '../event-data.js';
import { personal } from '../personal.js';
import { nickEvents } from './nick.events.js';
import { Role, roleEvents } from './role.events.js';
import { sanctionEvents } from './sanction.events.js';
import { secondFactorEvents } from './second-factor.events.js';

export const GuestIntroduced = eventData(
  {
    personId: z.uuid(),
    name: personal('name', 'personId'),
    email: personal('email', 'personId').optional(),
    website: personal('website', 'personId').optional(),
  },
  'Somebody without an account has said who they are; the first event of their stream.',
);

export const UserRegistered = eventData(
  {
    personId: z.uuid(),
    username: personal('name', 'personId'),
    /** Only an imported author may be without. */
    email: personal('email', 'personId').optional(),
    roles: z.array(Role),
  },
  'Somebody has an account; the first event of their stream.',
);

/** What changed of a profile; what is left out stays, null empties. */
export const ProfileChanged = eventData(
  {
    personId: z.uuid(),
    username: personal('name', 'personId').optional().describe('of a guest: the name'),
    email: personal('email', 'personId').nullable().optional().describe('null of a guest only'),
    website: personal('website', 'personId').nullable().optional().describe('of a guest'),
    bio: personal('bio', 'personId').nullable().optional(),
    image: personal('image', 'personId').nullable().optional(),
  },
  'Somebody has changed what is told of them: what is left out stays, null empties.',
);

/** Neither the password nor its hash: events are public. */
export const PasswordChanged = eventData(
  { personId: z.uuid() },
  'An account has another password; neither it nor its hash is told. Where a link was used, the actor is the system.',
);

/** The link and its token are secrets, and not told. A link that was asked for by e-mail leaves no event until it is used. */
export const PasswordResetIssued = eventData(
  { personId: z.uuid(), expiresAt: z.iso.datetime().describe('until then the link works, once') },
  'An admin has made a link by which an account gets another password; the link is not told.',
);

export const PersonFollowed = eventData(
  { personId: z.uuid().describe('who follows'), followedId: z.uuid() },
  'An account follows another from now on. Older ones stand in the stream of who follows, `person-<person id>`; once the pair has a stream, only that counts.',
);
export const PersonUnfollowed = eventData(
  { personId: z.uuid().describe('who followed'), followedId: z.uuid() },
  'An account follows another no more; as above, older ones stand in `person-<person id>`.',
);

/** Tokens of these sessions are good no more. */
export const SessionsEnded = eventData(
  {
    personId: z.uuid(),
    sessionIds: z.array(z.uuid()),
    reason: z.enum(['signed-out', 'password-changed', 'refresh-token-reused', 'credential-rotated']),
  },
  'Somebody is signed out of these sessions: their tokens are good no more.',
);

/** A code and no text, so that nobody writes a name into the log. */
export const ErasureReason = z.enum(['asked-here', 'asked-elsewhere', 'legal-duty', 'stored-by-mistake']);
export type ErasureReason = z.infer<typeof ErasureReason>;

export const ErasureRequested = eventData(
  {
    personId: z.uuid(),
    dueAt: z.iso.datetime().describe('until then it can be cancelled'),
    reason: ErasureReason,
  },
  'The person will be erased at `dueAt`, unless that is cancelled before.',
);

export const ErasureCancelled = eventData({ personId: z.uuid() }, 'The person stays.');

export const PersonErased = eventData(
  { personId: z.uuid() },
  'The key of this person is destroyed: what is sealed under it can be read by nobody any more.',
);

/** From now on what the guest did is the account's: comments, nicks and count. The guest's credential is good no more. */
export const GuestLinked = eventData(
  { personId: z.uuid().describe('the guest'), accountId: z.uuid() },
  'What the guest did is the account’s from now on: comments, nicks and count.',
);

/** Undone, by a moderator: each is who they were. */
export const GuestUnlinked = eventData(
  { personId: z.uuid().describe('the guest'), accountId: z.uuid() },
  'A moderator has undone it: guest and account are each who they were.',
);

/** In the stream of the pair; before it had one, in the follower's. */
export const followingEvents = { PersonFollowed, PersonUnfollowed };

export const personEvents = {
  GuestIntroduced,
  UserRegistered,
  ProfileChanged,
  PasswordChanged,
  PasswordResetIssued,
  ...secondFactorEvents,
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
