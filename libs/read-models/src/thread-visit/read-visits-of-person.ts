import type { Pool } from 'pg';

export interface VisitOfPerson {
  /** Title and slug are null while the article is not projected. */
  article: { id: string; slug: string | null; title: string | null };
  upTo: Date;
}

const sql = `
SELECT json_build_object('id', article_id, 'slug', page.slug, 'title', page.title) AS article, up_to AS "upTo"
FROM thread_visit LEFT JOIN article_page AS page USING (article_id)
WHERE person_id = $1 AND article_id > $2 ORDER BY article_id LIMIT $3`;

/** A page of the threads that an account has visited, by the articles' ids, from behind one. */
export async function readVisitsOfPerson(
  pool: Pool,
  { personId, behind, most }: { personId: string; behind: string; most: number },
): Promise<VisitOfPerson[]> {
  const query = { name: 'read-visits-of-person', text: sql, values: [personId, behind, most] };
  return (await pool.query<VisitOfPerson>(query)).rows;
}
