import type { Queryable } from '#postgres/shared-connection.js';

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
const sql = `
SELECT answered.person_id AS "personId", activity.article_id AS "articleId", page.slug,
       activity.sequence::float8 AS sequence, reply.comment_id::float8 AS "commentId",
       reply.parent_id::float8 AS "parentId"
FROM article_activity AS activity
JOIN comment_state AS reply ON reply.comment_id = activity.comment_id AND reply.shown AND NOT reply.deleted
JOIN comment_state AS parent ON parent.comment_id = reply.parent_id
JOIN article_page AS page ON page.article_id = activity.article_id
LEFT JOIN commenter AS author ON author.person_id = parent.person_id
LEFT JOIN commenter AS replier ON replier.person_id = reply.person_id
CROSS JOIN LATERAL (SELECT coalesce(author.linked_to, parent.person_id) AS person_id) AS answered
WHERE activity.sequence >= $1 AND (activity.sequence, activity.article_id) > ($1, $2)
  AND activity.kind = 'comment-shown' AND answered.person_id = ANY($3::uuid[])
  AND coalesce(replier.linked_to, reply.person_id) <> answered.person_id
  AND NOT EXISTS (SELECT FROM muted WHERE muted.person_id = answered.person_id
                  AND people && ARRAY[reply.person_id, coalesce(replier.linked_to, reply.person_id)])
ORDER BY activity.sequence, activity.article_id LIMIT $4`;

/** Before all articles. */
const noArticle = '00000000-0000-0000-0000-000000000000';

/**
 * The oldest replies to these people.
 * @param behind the sequence from which they are wanted, or of the last that was read, with its article
 */
export async function readNewReplies(
  connection: Queryable,
  { behind, people, most }: { behind: { sequence: number; articleId?: string }; people: string[]; most: number },
): Promise<NewReply[]> {
  const values = [behind.sequence, behind.articleId ?? noArticle, people, most];
  return (await connection.query<NewReply>({ name: 'read-new-replies', text: sql, values })).rows;
}
