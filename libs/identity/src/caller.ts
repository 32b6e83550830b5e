import type { Sanctions } from '#contracts/people/standing.js';

/** Whom a token was made for. */
export interface TokenHolder {
  personId: string;
  kind: 'guest' | 'account';
  roles: readonly string[];
  sessionId: string;
}

/** Who a request is from: the holder of its token, as they are by now. */
export interface Caller extends TokenHolder {
  sanctions: Sanctions;
  /** How much of their stream that is known from; undefined where they have not been heard of yet. */
  version?: number;
}
