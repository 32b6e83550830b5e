import type { Pool } from 'pg';
import { columnsOfDraft, joinsOfDraft, type ReadDraft } from './draft-columns.sql.js';

const sql = `
SELECT ${columnsOfDraft}
FROM (SELECT *, sum(octet_length(content::text)) OVER (ORDER BY article_id) AS so_far FROM (
        SELECT * FROM draft WHERE author_id = $1 AND article_id > $2 ORDER BY article_id LIMIT $3) AS page
     ) AS draft ${joinsOfDraft}
WHERE draft.so_far <= $4 OR draft.so_far = octet_length(draft.content::text)
ORDER BY draft.article_id`;

/**
 * A page of the drafts of an author with their bodies, by id, from behind one.
 * @param page.most drafts, and `maxBytes` of what they say; a larger draft is alone on its page.
 */
export async function readWholeDraftsOf(
  pool: Pool,
  { personId, behind, most, maxBytes }: { personId: string; behind: string; most: number; maxBytes: number },
): Promise<ReadDraft[]> {
  const query = { name: 'read-whole-drafts-of', text: sql, values: [personId, behind, most, maxBytes] };
  return (await pool.query<ReadDraft>(query)).rows;
}
