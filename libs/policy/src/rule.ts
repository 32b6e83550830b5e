import type { Role } from '#contracts/people/role.events.js';

/** `known`: guests and accounts. A list: accounts that have one of these roles. */
export type Who = 'everyone' | 'known' | 'guest' | 'account' | readonly Role[];

/** Who may use a route. */
export interface Rule {
  may: Who;
  /** Not while suspended or banned, and not from addresses that are. */
  inGoodStanding?: true;
  /** Nobody needs a token, but one that is shown must be good, for the answer hangs on it. */
  forViewer?: true;
  /** The service alone judges the credential: it takes some that are good for nothing else any more. */
  credentialJudgedByService?: true;
  /** Whose the object is: one's own alone, or another's alone. Anybody's unless said. */
  whose?: 'own' | 'others';
  /** The command behind the route: the service that owns the object looks at the same rule again. */
  command?: string;
}

/** The roles that act for the site. */
export const staffRoles: readonly Role[] = ['editor', 'moderator', 'admin'];

export const isStaff = (roles: readonly string[]): boolean => roles.some((role) => staffRoles.includes(role as Role));
