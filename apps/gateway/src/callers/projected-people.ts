import { readPersonNow } from '#read-models/commenter/read-person-now.js';
import type { People, PersonNow } from '#identity/people.js';
import type { Queryable } from '#postgres/shared-connection.js';
import type { TokenHolder } from '#identity/caller.js';
import type { RevocationCache } from './revocation-cache.js';

/**
 * People as the read database has them. A command that signs out, changes a role or bans is answered when the read
 * database has it, so from then on every replica of the gateway applies it. While the read database is away, every
 * request is refused with 503, so no revoked token passes. A received ending needs no look-up.
 */
export class ProjectedPeople implements People {
  constructor(
    private readonly lookUps: Queryable,
    private readonly endings: RevocationCache,
  ) {}

  async find(holder: TokenHolder): Promise<PersonNow> {
    const over = this.endings.overFor(holder);
    if (over) return { over };
    const { sessionId, personId } = holder;
    const row = await readPersonNow(this.lookUps, sessionId, personId);
    const { sessionEnded, erased, roles, hasSecondFactor, sanctions, linkedTo, version } = row;
    if (sessionEnded) return { over: 'revoked' };
    if (erased) return { over: 'erased' };
    if (linkedTo !== null) return { over: 'linked' };
    return {
      ...(roles && { roles }),
      hasSecondFactor: hasSecondFactor ?? false,
      ...(sanctions && { sanctions }),
      // A valid token proves that the person exists, even if they are not projected yet.
      version: version ?? 1,
    };
  }
}
