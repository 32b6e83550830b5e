import type { ClientBase } from 'pg';
import type { CommentsByPersonRow } from './comments-by-person.entity.js';

const sql = `
SELECT person_id AS "personId", partition, count
FROM comments_by_person
WHERE person_id = ANY($1::uuid[]) AND partition = ANY($2::int[])`;

/** The existing counts of these people, by `<person id>/<partition>`. It may return other partitions' counts too. */
export async function loadCommentsByPerson(
  client: ClientBase,
  ids: string[],
): Promise<Map<string, CommentsByPersonRow>> {
  const pairs = ids.map((id) => id.split('/'));
  const values = [pairs.map(([personId]) => personId), [...new Set(pairs.map(([, partition]) => partition))]];
  const { rows } = await client.query<CommentsByPersonRow>({ name: 'load-comments-by-person', text: sql, values });
  return new Map(rows.map((row) => [`${row.personId}/${row.partition}`, row]));
}
