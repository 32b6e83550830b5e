import type { People, PersonNow } from '#identity/people.js';
import type { TokenHolder } from '#identity/caller.js';
import type { Pool } from 'pg';
import { readPersonNow } from '../person/read-person.js';
import { readSessionState } from './read-session-state.js';

/** People and sessions as they are: what the other processes know of them comes from here. */
export class TruePeople implements People {
  constructor(private readonly pool: Pool) {}

  async find({ kind, sessionId, personId }: TokenHolder): Promise<PersonNow> {
    const [session, { state: person }] = await Promise.all([
      readSessionState(this.pool, sessionId, personId),
      readPersonNow(this.pool, personId),
    ]);
    // A guest's credential is listed only once it is good no more, an account's session from its start on.
    if (session.over ?? kind === 'account') return { over: 'revoked' };
    if (person.kind === 'erased') return { over: 'erased' };
    if (person.linkedTo !== null) return { over: 'linked' };
    return { roles: person.roles, sanctions: person.sanctions };
  }
}
