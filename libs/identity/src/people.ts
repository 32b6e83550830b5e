import type { Role } from '#contracts/people/role.events.js';
import type { Sanctions } from '#contracts/people/standing.js';
import type { TokenHolder } from './caller.js';

/** What a process knows of somebody who shows a token with a good signature. */
export interface PersonNow {
  /** Why the token is good no more. */
  over?: 'revoked' | 'erased' | 'linked';
  /** In place of those the token was made with; undefined where the person has not been heard of yet. */
  roles?: readonly Role[];
  sanctions?: Sanctions;
  /** How much of their stream this is known from. */
  version?: number;
}

/** Where a process looks who somebody is by now: a token may be older than what happened since. */
export interface People {
  find(holder: TokenHolder): Promise<PersonNow>;
}
