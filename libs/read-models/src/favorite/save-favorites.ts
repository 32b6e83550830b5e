import type { ClientBase } from 'pg';

export interface SaidOfFavorite {
  articleId: string;
  personId: string;
  /** Null: it is a favourite no more. */
  favoritedAt: string | null;
}

const sql = `
WITH said AS (
  SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::timestamptz[]) AS given (article_id, person_id, favorited_at)
), gone AS (
  DELETE FROM favorite USING said
  WHERE said.favorited_at IS NULL AND favorite.article_id = said.article_id AND favorite.person_id = said.person_id
)
INSERT INTO favorite (article_id, person_id, favorited_at)
SELECT article_id, person_id, favorited_at FROM said
WHERE favorited_at IS NOT NULL AND NOT EXISTS (SELECT FROM erased_person WHERE erased_person.person_id = said.person_id)
ON CONFLICT (article_id, person_id) DO UPDATE SET favorited_at = excluded.favorited_at`;

/** Inserts, replaces or deletes rows, in one statement; none of who is erased, however late they come. */
export async function saveFavorites(client: ClientBase, rows: SaidOfFavorite[]): Promise<void> {
  await client.query({
    name: 'save-favorites',
    text: sql,
    values: [rows.map((row) => row.articleId), rows.map((row) => row.personId), rows.map((row) => row.favoritedAt)],
  });
}
