import type { Pool } from 'pg';
import { writtenTextsOf } from '../comment-thread/current-comments.sql.js';

export interface OwnComment {
  /** Digits: a bigint. */
  id: string;
  article: { id: string; slug: string | null; title: string | null };
  parentId: string | null;
  postedAt: Date;
  name: string;
  website: string | null;
  body: string;
  format: string;
  imported: boolean;
  /** Shown only to its author until a moderator has seen it. */
  held: boolean;
  /** Shown to nobody any more but moderators. */
  deleted: boolean;
}

const sql = `
SELECT comment.comment_id AS id, comment.parent_id AS "parentId", comment.posted_at AS "postedAt", comment.name,
       comment.website, comment.body, comment.format, comment.imported,
       comment.held_because IS NOT NULL AS held, comment.deleted,
       json_build_object('id', comment.article_id, 'slug', page.slug, 'title', page.title) AS article
FROM (SELECT *, sum(octet_length(body)) OVER (ORDER BY comment_id) AS so_far FROM (
        SELECT written.* FROM (SELECT $1::uuid AS person_id
                               UNION ALL SELECT person_id FROM commenter WHERE linked_to = $1) AS one
        CROSS JOIN LATERAL (SELECT * FROM comment_state AS comment WHERE comment.person_id = one.person_id
                            AND comment_id > $2 ORDER BY comment_id LIMIT $3) AS written
        ORDER BY comment_id LIMIT $3) AS page ${writtenTextsOf('page')}
     ) AS comment
LEFT JOIN article_page AS page USING (article_id)
WHERE comment.so_far <= $4 OR comment.so_far = octet_length(comment.body)
ORDER BY comment.comment_id`;

/**
 * A page of the comments of a person and of the guests linked to them, by number, after an id. If the article is not
 * projected yet, its slug and title are missing.
 * @param page.most comments, and `maxBytes` of their texts; a larger comment is alone on its page.
 */
export async function readCommentsOfPerson(
  pool: Pool,
  { personId, behind, most, maxBytes }: { personId: string; behind: string; most: number; maxBytes: number },
): Promise<OwnComment[]> {
  const query = { name: 'read-comments-of-person', text: sql, values: [personId, behind, most, maxBytes] };
  const { rows } = await pool.query<OwnComment>(query);
  return rows;
}
