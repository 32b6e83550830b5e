import type { People, PersonNow } from '#identity/people.js';
import type { TokenHolder } from '#identity/caller.js';
import type { Pool } from 'pg';
import { readPersonNow } from '../person/read-person.js';
import { readSessionState } from './read-session-state.js';

/** People and sessions from the authoritative database; other processes replicate them from here. */
export class AuthoritativePeople implements People {
  constructor(private readonly pool: Pool) {}

  async find({ kind, sessionId, personId }: TokenHolder): Promise<PersonNow> {
    const [session, { state: person }] = await Promise.all([
      readSessionState(this.pool, sessionId, personId),
      readPersonNow(this.pool, personId),
    ]);
    // A guest's credential has a row only once it has ended; an account's session has one from its start.
    if (session.over ?? kind === 'account') return { over: 'revoked' };
    if (person.kind === 'erased') return { over: 'erased' };
    if (person.linkedTo !== null) return { over: 'linked' };
    const { roles, hasSecondFactor, sanctions } = person;
    return { roles, hasSecondFactor, sanctions };
  }
}
