import type { ClientBase } from 'pg';
import type { ThreadVisitRow } from './thread-visit.entity.js';

const sql = `
INSERT INTO thread_visit (article_id, person_id, up_to)
SELECT article_id, person_id, up_to
FROM unnest($1::uuid[], $2::uuid[], $3::timestamptz[]) AS given (article_id, person_id, up_to)
WHERE NOT EXISTS (SELECT FROM erased_person WHERE erased_person.person_id = given.person_id)
ON CONFLICT (article_id, person_id) DO UPDATE SET up_to = excluded.up_to`;

/** Inserts or replaces rows, in one statement; none of who is erased, however late they come. */
export async function saveThreadVisits(client: ClientBase, rows: ThreadVisitRow[]): Promise<void> {
  await client.query({
    name: 'save-thread-visits',
    text: sql,
    values: [rows.map((row) => row.articleId), rows.map((row) => row.personId), rows.map((row) => row.upTo)],
  });
}
