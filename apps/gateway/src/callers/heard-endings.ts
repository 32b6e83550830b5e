import { LRUCache } from 'lru-cache';
import { parseEndings } from '#redis/endings.js';
import type { PersonNow } from '#identity/people.js';
import type { TokenHolder } from '#identity/caller.js';

/** Longer than any token lives: a guest's lives a year. */
const rememberedMs = 366 * 24 * 3_600_000;

/** Of each kind; those that were asked for longest ago are forgotten first. */
export const maxEnded = 20_000;

/**
 * What users has told over Redis to be over, before the read database shows it. It says no and never yes: what was not
 * heard, or was heard before this process began, is known as soon as it is shown.
 */
export class HeardEndings {
  private readonly sessions: LRUCache<string, true>;
  private readonly erased: LRUCache<string, true>;

  /** @param now milliseconds of a monotonic clock. */
  constructor(now: () => number = () => performance.now()) {
    const options = { max: maxEnded, ttl: rememberedMs, ttlResolution: 0, perf: { now } };
    this.sessions = new LRUCache(options);
    this.erased = new LRUCache(options);
  }

  hear(message: string): void {
    const { sessionIds, erasedIds } = parseEndings(message);
    for (const id of sessionIds) this.sessions.set(id, true);
    for (const id of erasedIds) this.erased.set(id, true);
  }

  /** Why a token is good no more; undefined where nothing was heard. */
  overFor({ sessionId, personId }: TokenHolder): PersonNow['over'] {
    if (this.sessions.get(sessionId)) return 'revoked';
    return this.erased.get(personId) && 'erased';
  }
}
