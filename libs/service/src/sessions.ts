import type { Caller } from './tokens.js';

/**
 * Where a process looks whether the session of a good token has been ended. A quicker place, such as Redis, can stand
 * before the one that knows: it may answer "ended" by itself, and must ask on otherwise.
 */
export interface Sessions {
  hasEnded(caller: Caller): Promise<boolean>;
}
