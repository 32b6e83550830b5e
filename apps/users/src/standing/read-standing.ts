import type { PersonEvent } from '#contracts/events.js';
import type { ClientBase, Pool } from 'pg';
import { standingOf, standingTypes, type PersonStanding } from './standing.js';

// A stream may be long with follows; of what decides there is little.
const sql = `SELECT type, data FROM events WHERE stream = 'person-' || $1 AND type = ANY($2) ORDER BY version`;

/** What decides what a person may do, from their own stream: the truth. */
export async function readStanding(client: ClientBase | Pool, personId: string): Promise<PersonStanding> {
  const query = { name: 'read-standing', text: sql, values: [personId, standingTypes] };
  const { rows } = await client.query<PersonEvent>(query);
  return standingOf(rows);
}
