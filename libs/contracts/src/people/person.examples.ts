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
