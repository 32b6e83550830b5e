import type { Queryable } from '#postgres/shared-connection.js';
import { microsecondsNow } from '../shown/sequence.sql.js';

/** A reply that has become visible. */
export interface NewReply {
  /** Whose comment it answers: an account for its guests. */
  personId: string;
  articleId: string;
  slug: string;
  sequence: number;
  commentId: number;
  parentId: number;
}

// Nobody is told of what they answered themselves, or of whom they mute. An article that was withdrawn has no page.
const replies = `
SELECT answered.person_id AS "personId", activity.article_id AS "articleId", page.slug, activity.sequence,
       reply.comment_id AS "commentId", reply.parent_id AS "parentId"
FROM article_activity AS activity
JOIN comment_state AS reply ON reply.comment_id = activity.comment_id AND reply.shown AND NOT reply.deleted
JOIN comment_state AS parent ON parent.comment_id = reply.parent_id
JOIN article_page AS page ON page.article_id = activity.article_id
LEFT JOIN commenter AS author ON author.person_id = parent.person_id
LEFT JOIN commenter AS replier ON replier.person_id = reply.person_id
CROSS JOIN LATERAL (SELECT coalesce(author.linked_to, parent.person_id) AS person_id) AS answered
WHERE activity.sequence >= $1 AND activity.kind = 'comment-shown' AND answered.person_id = ANY($2::uuid[])
  AND coalesce(replier.linked_to, reply.person_id) <> answered.person_id
  AND NOT EXISTS (SELECT FROM muted WHERE muted.person_id = answered.person_id
                  AND people && ARRAY[reply.person_id, coalesce(replier.linked_to, reply.person_id)])
ORDER BY activity.sequence LIMIT $3`;

const sql = `
SELECT ${microsecondsNow}::float8 AS now,
       (SELECT coalesce(json_agg(reply), '[]') FROM (${replies}) AS reply) AS replies`;

/** The oldest replies to these people from a sequence on, and the sequence of now. */
export async function readNewReplies(
  connection: Queryable,
  { from, people, most }: { from: number; people: string[]; most: number },
): Promise<{ now: number; replies: NewReply[] }> {
  const query = { name: 'read-new-replies', text: sql, values: [from, people, most] };
  const { rows } = await connection.query<{ now: number; replies: NewReply[] }>(query);
  return rows[0] ?? { now: from, replies: [] };
}
