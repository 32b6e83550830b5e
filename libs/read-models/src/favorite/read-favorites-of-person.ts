import type { Pool } from 'pg';

export interface FavoriteOfPerson {
  /** Title and slug are null while the article is not projected, and once it is withdrawn. */
  article: { id: string; slug: string | null; title: string | null };
  favoritedAt: Date;
}

const sql = `
SELECT json_build_object('id', article_id, 'slug', page.slug, 'title', page.title) AS article,
       favorited_at AS "favoritedAt"
FROM favorite LEFT JOIN article_page AS page USING (article_id)
WHERE person_id = $1 AND article_id > $2 ORDER BY article_id LIMIT $3`;

/** A page of the favourites of an account, by the articles' ids, from behind one. */
export async function readFavoritesOfPerson(
  pool: Pool,
  { personId, behind, most }: { personId: string; behind: string; most: number },
): Promise<FavoriteOfPerson[]> {
  const query = { name: 'read-favorites-of-person', text: sql, values: [personId, behind, most] };
  return (await pool.query<FavoriteOfPerson>(query)).rows;
}
