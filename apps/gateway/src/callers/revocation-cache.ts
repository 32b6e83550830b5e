import { LRUCache } from 'lru-cache';
import { parseEndings } from '#redis/endings.js';
import type { PersonNow } from '#identity/people.js';
import type { TokenHolder } from '#identity/caller.js';

/** Longer than any token is valid: a guest's is valid for a year. */
const rememberedMs = 366 * 24 * 3_600_000;

/** Entries of each kind; the least recently used are dropped first. */
export const maxEnded = 20_000;

/**
 * Sessions and people that users has published over Redis as ended, before the read database has them. It can only
 * deny: an ending that was not received, or was published before this process began, takes effect once it is projected.
 */
export class RevocationCache {
  private readonly sessions: LRUCache<string, true>;
  private readonly erased: LRUCache<string, true>;

  /** @param now milliseconds of a monotonic clock. */
  constructor(now: () => number = () => performance.now()) {
    const options = { max: maxEnded, ttl: rememberedMs, ttlResolution: 0, perf: { now } };
    this.sessions = new LRUCache(options);
    this.erased = new LRUCache(options);
  }

  receive(message: string): void {
    const { sessionIds, erasedIds } = parseEndings(message);
    for (const id of sessionIds) this.sessions.set(id, true);
    for (const id of erasedIds) this.erased.set(id, true);
  }

  /** Why a token is no longer valid; undefined if no ending was received. */
  overFor({ sessionId, personId }: TokenHolder): PersonNow['over'] {
    if (this.sessions.get(sessionId)) return 'revoked';
    return this.erased.get(personId) && 'erased';
  }
}
