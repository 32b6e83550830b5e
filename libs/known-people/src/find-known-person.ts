import type { ClientBase, Pool } from 'pg';
import type { KnownPerson } from './known-person.js';
import { knownPersonColumns, toKnownPerson, type KnownPersonRow } from './known-person.row.js';

const sql = `SELECT ${knownPersonColumns} FROM listening.known_person WHERE person_id = $1`;

/** A person as the users topic told us; undefined when nothing was heard. */
export async function findKnownPerson(client: ClientBase | Pool, personId: string): Promise<KnownPerson | undefined> {
  const { rows } = await client.query<KnownPersonRow>({ name: 'find-known-person', text: sql, values: [personId] });
  return rows[0] && toKnownPerson(rows[0]);
}
