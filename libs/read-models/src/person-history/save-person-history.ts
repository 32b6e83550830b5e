import type { ClientBase } from 'pg';
import type { NewPersonHistoryRow } from './person-history.entity.js';

const sql = `
INSERT INTO person_history (person_id, version, type, actor_id, happened_at, reason, note, until, role, other_id)
SELECT * FROM unnest($1::uuid[], $2::int[], $3::text[], $4::uuid[], $5::timestamptz[], $6::text[], $7::text[],
                     $8::timestamptz[], $9::text[], $10::uuid[])
ON CONFLICT (person_id, version) DO NOTHING`;

/** Inserts what is not there yet, all in one statement. */
export async function savePersonHistory(client: ClientBase, rows: NewPersonHistoryRow[]): Promise<void> {
  await client.query({
    name: 'save-person-history',
    text: sql,
    values: [
      rows.map((row) => row.personId),
      rows.map((row) => row.version),
      rows.map((row) => row.type),
      rows.map((row) => row.actorId),
      rows.map((row) => row.happenedAt),
      rows.map((row) => row.reason),
      rows.map((row) => row.note),
      rows.map((row) => row.until),
      rows.map((row) => row.role),
      rows.map((row) => row.otherId),
    ],
  });
}
