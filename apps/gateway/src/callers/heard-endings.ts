import { parseEndings } from '#redis/endings.js';
import { ForgetfulMap } from '#process/forgetful-map.js';
import type { PersonNow } from '#identity/people.js';
import type { TokenHolder } from '#identity/caller.js';

/** Longer than any token lives: a guest's lives a year. */
const rememberedMs = 366 * 24 * 3_600_000;

/**
 * What users has told over Redis to be over, before the read database shows it. It says no and never yes: what was not
 * heard, or was heard before this process began, is known as soon as it is shown.
 */
export class HeardEndings {
  private readonly sessions: ForgetfulMap<true>;
  private readonly erased: ForgetfulMap<true>;

  /** @param now milliseconds of a monotonic clock. */
  constructor(now: () => number = () => performance.now()) {
    this.sessions = new ForgetfulMap(now);
    this.erased = new ForgetfulMap(now);
  }

  hear(message: string): void {
    const { sessionIds, erasedIds } = parseEndings(message);
    for (const id of sessionIds) this.sessions.set(id, true, rememberedMs);
    for (const id of erasedIds) this.erased.set(id, true, rememberedMs);
  }

  /** Why a token is good no more; undefined where nothing was heard. */
  overFor({ sessionId, personId }: TokenHolder): PersonNow['over'] {
    if (this.sessions.get(sessionId)) return 'revoked';
    return this.erased.get(personId) && 'erased';
  }
}
