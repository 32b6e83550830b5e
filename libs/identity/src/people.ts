import type { Role } from '#contracts/people/role.events.js';
import type { Sanctions } from '#contracts/people/standing.js';
import type { TokenHolder } from './caller.js';

/** What a process knows about the holder of a token with a valid signature. */
export interface PersonNow {
  /** Why the token is no longer valid. */
  over?: 'revoked' | 'erased' | 'linked';
  /** In place of the token's roles; undefined if nothing of the person has arrived yet. */
  roles?: readonly Role[];
  /** Whether they sign in with a code too; undefined if nothing of the person has arrived yet. */
  hasSecondFactor?: boolean;
  sanctions?: Sanctions;
  /** The version of their stream that this is known from. */
  version?: number;
}

/** Looks up a person's present state: a token may be older than the latest change. */
export interface People {
  find(holder: TokenHolder): Promise<PersonNow>;
}
