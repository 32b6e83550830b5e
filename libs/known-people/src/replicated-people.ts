import type { Role } from '#contracts/people/role.events.js';
import type { Sanctions } from '#contracts/people/standing.js';
import type { People, PersonNow } from '#identity/people.js';
import type { Queryable } from '#postgres/shared-connection.js';
import type { TokenHolder } from '#identity/caller.js';

interface Row {
  ended: boolean;
  kind: 'guest' | 'account' | 'erased' | null;
  roles: Role[] | null;
  hasSecondFactor: boolean | null;
  sanctions: Sanctions | null;
  linkedTo: string | null;
}

const sql = `
SELECT EXISTS (SELECT FROM listening.ended_session WHERE session_id = $1) AS ended,
       kind, roles, second_factor AS "hasSecondFactor", sanctions, linked_to AS "linkedTo"
FROM (SELECT) AS one LEFT JOIN listening.known_person ON person_id = $2`;

/** People's roles, sanctions and ended sessions, as replicated from the users topic. */
export class ReplicatedPeople implements People {
  constructor(private readonly connection: Queryable) {}

  async find({ sessionId, personId }: TokenHolder): Promise<PersonNow> {
    const query = { name: 'replicated-person', text: sql, values: [sessionId, personId] };
    const { rows } = await this.connection.query<Row>(query);
    const [{ ended, kind, roles, hasSecondFactor, sanctions, linkedTo }] = rows as [Row];
    if (ended) return { over: 'revoked' };
    if (kind === 'erased') return { over: 'erased' };
    if (linkedTo !== null) return { over: 'linked' };
    return { ...(roles && { roles }), hasSecondFactor: hasSecondFactor ?? false, ...(sanctions && { sanctions }) };
  }
}
