import type { Role } from '#contracts/people/role.events.js';

/** `known`: guests and accounts. A list: accounts that have one of these roles. */
export type Who = 'everyone' | 'known' | 'guest' | 'account' | readonly Role[];

/** Who may use a route. */
export interface Rule {
  may: Who;
  /** Refused while the caller, or the address, is suspended or banned. */
  inGoodStanding?: true;
  /** Needs no token, but a token that is sent must be valid, because the answer depends on it. */
  forViewer?: true;
  /** Only the service checks the credential: it accepts some that are no longer valid for anything else. */
  credentialJudgedByService?: true;
  /** Whether the object must be the caller's own, or another's; anybody's if left out. */
  whose?: 'own' | 'others';
  /** The command behind the route: the service that owns the object checks the same rule again. */
  command?: string;
}
