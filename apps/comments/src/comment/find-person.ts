import type { ClientBase } from 'pg';

export interface KnownPerson {
  kind: 'guest' | 'account' | 'erased';
  /** The event whose seals these are. */
  eventId: string;
  name: string;
  website: string | null;
}

const sql = `SELECT kind, event_id AS "eventId", name, website FROM listening.known_person WHERE person_id = $1`;

/** A person as the users topic told us, name and website still sealed; undefined when nothing was heard. */
export async function findPerson(client: ClientBase, personId: string): Promise<KnownPerson | undefined> {
  const { rows } = await client.query<KnownPerson>({ name: 'find-person', text: sql, values: [personId] });
  return rows[0];
}
