import type { ClientBase } from 'pg';
import { knownPersonColumns, toKnownPerson, type KnownPersonRow } from './known-person.row.js';
import type { KnownPerson } from './known-person.js';

const sql = `SELECT ${knownPersonColumns} FROM listening.known_person WHERE person_id = ANY($1::uuid[])`;

/** The requested people that exist, by id. */
export async function loadKnownPeople(client: ClientBase, ids: string[]): Promise<Map<string, KnownPerson>> {
  const { rows } = await client.query<KnownPersonRow>({ name: 'load-known-people', text: sql, values: [ids] });
  return new Map(rows.map((row) => [row.personId, toKnownPerson(row)]));
}
