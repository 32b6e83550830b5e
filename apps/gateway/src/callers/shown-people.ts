import { readPersonNow } from '#read-models/commenter/read-person-now.js';
import type { People, PersonNow } from '#identity/people.js';
import type { Queryable } from '#postgres/shared-connection.js';
import type { TokenHolder } from '#identity/caller.js';
import type { HeardEndings } from './heard-endings.js';

/**
 * People as the read database shows them. A sign-out, a role or a ban is answered when it is shown there, so from then
 * on every copy of the gateway goes by it. Closed when the read database is away: 503, never a token that may be revoked.
 * What was heard to be over is not looked up any more.
 */
export class ShownPeople implements People {
  constructor(
    private readonly lookUps: Queryable,
    private readonly endings: HeardEndings,
  ) {}

  async find(holder: TokenHolder): Promise<PersonNow> {
    const over = this.endings.overFor(holder);
    if (over) return { over };
    const { sessionId, personId } = holder;
    const row = await readPersonNow(this.lookUps, sessionId, personId);
    const { sessionEnded, erased, roles, sanctions, linkedTo, version } = row;
    if (sessionEnded) return { over: 'revoked' };
    if (erased) return { over: 'erased' };
    if (linkedTo !== null) return { over: 'linked' };
    return {
      ...(roles && { roles }),
      ...(sanctions && { sanctions }),
      // A good token proves that the person exists, even where the read database has not heard of them yet.
      version: version ?? 1,
    };
  }
}
