import type { ClientBase } from 'pg';
import type { CommenterRow } from './commenter.entity.js';

const sql = `
SELECT person_id AS "personId", kind, name, email, website, roles, folded_name AS "foldedName", bio, image,
       second_factor AS "hasSecondFactor", sanctions, nick, linked_to AS "linkedTo",
       to_char(erasure_due_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "erasureDueAt"
FROM commenter WHERE person_id = ANY($1::uuid[])`;

/** The existing rows of these ids, by id. */
export async function loadCommenters(client: ClientBase, ids: string[]): Promise<Map<string, CommenterRow>> {
  const { rows } = await client.query<CommenterRow>({ name: 'load-commenters', text: sql, values: [ids] });
  return new Map(rows.map((row) => [row.personId, row]));
}
