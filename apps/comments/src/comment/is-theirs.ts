import type { Queryable } from '#postgres/shared-connection.js';
import type { Comment } from './comment.decider.js';

const sql = `SELECT EXISTS (SELECT FROM listening.known_person WHERE person_id = $1 AND linked_to = $2) AS linked`;

/** Whether a person wrote a comment, or is the account that its guest has become, by replicated data. */
export async function isTheirs(connection: Queryable, comment: Comment, personId: string): Promise<boolean> {
  if (comment.kind === 'unposted') return false;
  if (comment.authorId === personId) return true;
  const query = { name: 'is-guest-linked', text: sql, values: [comment.authorId, personId] };
  const { rows } = await connection.query<{ linked: boolean }>(query);
  return rows[0]?.linked ?? false;
}
