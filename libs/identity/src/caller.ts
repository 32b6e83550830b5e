import type { Sanctions } from '#contracts/people/standing.js';

/** The person and session that a token was issued for. */
export interface TokenHolder {
  personId: string;
  kind: 'guest' | 'account';
  roles: readonly string[];
  sessionId: string;
}

/** The sender of a request: the holder of its token, with the roles in force and their present sanctions. */
export interface Caller extends TokenHolder {
  sanctions: Sanctions;
  /** Roles that are theirs, and not in force until they have a second factor. */
  waitingRoles?: readonly string[];
  /** The version of their stream that this is known from; undefined if nothing of it has arrived yet. */
  version?: number;
}
