import type { DataOf } from '../events.js';

const ada = '0190a3c2-7a4e-7c1b-9f0a-3d5e6f708192';
const sealed = 's1.dGhpcyBpcyBhbiBleGFtcGxlIG9mIGEgc2VhbA';

export const guestIntroduced: DataOf<'GuestIntroduced'> = {
  personId: ada,
  name: sealed,
  website: sealed,
  actor: { kind: 'person', id: ada },
};

export const userRegistered: DataOf<'UserRegistered'> = {
  personId: ada,
  username: sealed,
  email: sealed,
  roles: ['admin'],
  actor: { kind: 'system', rule: 'first-start' },
};

export const profileChanged: DataOf<'ProfileChanged'> = {
  personId: ada,
  username: sealed,
  bio: sealed,
  image: null,
  actor: { kind: 'person', id: ada },
};

export const passwordChanged: DataOf<'PasswordChanged'> = { personId: ada, actor: { kind: 'person', id: ada } };

export const personFollowed: DataOf<'PersonFollowed'> = {
  personId: ada,
  followedId: '0190a3c2-7a4e-7c1b-9f0a-3d5e6f708193',
  actor: { kind: 'person', id: ada },
};

export const personUnfollowed: DataOf<'PersonUnfollowed'> = { ...personFollowed };

export const mutesChanged: DataOf<'MutesChanged'> = {
  personId: ada,
  mutes: sealed,
  actor: { kind: 'person', id: ada },
};

export const sessionsEnded: DataOf<'SessionsEnded'> = {
  personId: ada,
  sessionIds: ['0190a3c2-7a4e-7c1b-9f0a-3d5e6f7081aa'],
  reason: 'signed-out',
  actor: { kind: 'person', id: ada },
};

export const erasureRequested: DataOf<'ErasureRequested'> = {
  personId: ada,
  dueAt: '2026-01-09T03:04:05.000Z',
  reason: 'asked-here',
  actor: { kind: 'person', id: ada },
};

export const erasureCancelled: DataOf<'ErasureCancelled'> = { personId: ada, actor: { kind: 'person', id: ada } };

export const personErased: DataOf<'PersonErased'> = {
  personId: ada,
  actor: { kind: 'system', rule: 'erasure-due' },
};

const moderator = '0190a3c2-7a4e-7c1b-9f0a-3d5e6f708195';
const byModerator = { actor: { kind: 'person' as const, id: moderator } };
const account = '0190a3c2-7a4e-7c1b-9f0a-3d5e6f708193';

export const guestLinked: DataOf<'GuestLinked'> = {
  personId: ada,
  accountId: account,
  actor: { kind: 'person', id: account },
};

export const passwordResetIssued: DataOf<'PasswordResetIssued'> = {
  personId: ada,
  expiresAt: '2026-01-02T03:34:05.000Z',
  ...byModerator,
};

export const guestUnlinked: DataOf<'GuestUnlinked'> = { personId: ada, accountId: account, ...byModerator };

export const nickPicked: DataOf<'NickPicked'> = {
  personId: ada,
  nick: sealed,
  actor: { kind: 'person', id: ada },
};

export const originalNickRestored: DataOf<'OriginalNickRestored'> = {
  personId: ada,
  actor: { kind: 'person', id: ada },
};

export const roleGranted: DataOf<'RoleGranted'> = {
  personId: account,
  role: 'editor',
  reason: sealed,
  ...byModerator,
};

export const roleRevoked: DataOf<'RoleRevoked'> = { ...roleGranted };

export const personWarned: DataOf<'PersonWarned'> = { personId: ada, reason: 'off-topic', ...byModerator };

export const personSuspended: DataOf<'PersonSuspended'> = {
  personId: ada,
  reason: 'abuse',
  note: sealed,
  until: '2026-02-03T04:05:06.000Z',
  ...byModerator,
};

export const personBanned: DataOf<'PersonBanned'> = { personId: ada, reason: 'spam', until: null, ...byModerator };

export const personPremoderated: DataOf<'PersonPremoderated'> = {
  personId: ada,
  reason: 'evasion',
  until: null,
  ...byModerator,
};

export const personReinstated: DataOf<'PersonReinstated'> = { personId: ada, reason: 'other', ...byModerator };

const range = { rangeId: '0190a3c2-7a4e-7c1b-9f0a-3d5e6f7081cc', reason: 'spam' as const, ...byModerator };

export const addressRangeSuspended: DataOf<'AddressRangeSuspended'> = {
  ...range,
  range: sealed,
  until: '2026-02-03T04:05:06.000Z',
};

export const addressRangeBanned: DataOf<'AddressRangeBanned'> = { ...range, range: sealed, until: null };

export const addressRangePremoderated: DataOf<'AddressRangePremoderated'> = { ...range, range: sealed, until: null };

export const addressRangeReinstated: DataOf<'AddressRangeReinstated'> = { ...range };
