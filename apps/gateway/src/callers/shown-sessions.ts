import { readHasEnded } from '#read-models/session/read-has-ended.js';
import type { Sessions } from '#service/sessions.js';
import type { Caller } from '#service/tokens.js';
import type { Pool } from 'pg';

/**
 * Sessions as the read database shows them. A sign-out is answered when it is shown there, so no copy of the gateway
 * takes the session's token afterwards. Closed when the read database is away: 503, never a token that may be revoked.
 */
export class ShownSessions implements Sessions {
  constructor(private readonly pool: Pool) {}

  hasEnded({ sessionId, personId }: Caller): Promise<boolean> {
    return readHasEnded(this.pool, sessionId, personId);
  }
}
