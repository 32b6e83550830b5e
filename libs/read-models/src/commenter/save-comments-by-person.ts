import type { ClientBase } from 'pg';
import type { CommentsByPersonRow } from './comments-by-person.entity.js';

const sql = `
INSERT INTO comments_by_person (person_id, partition, count)
SELECT * FROM unnest($1::uuid[], $2::int[], $3::int[])
ON CONFLICT (person_id, partition) DO UPDATE SET count = excluded.count`;

/** Inserts or replaces rows, in one statement. */
export async function saveCommentsByPerson(client: ClientBase, rows: CommentsByPersonRow[]): Promise<void> {
  await client.query({
    name: 'save-comments-by-person',
    text: sql,
    values: [rows.map((row) => row.personId), rows.map((row) => row.partition), rows.map((row) => row.count)],
  });
}
