import type { Pool } from 'pg';

/** Titles that are suggested, of how many that are like what was typed. */
export const maxSuggestions = 8;
export const maxTitlesCompared = 200;

export interface Suggestion {
  slug: string;
  title: string;
}

// Trigrams that most titles have match most of them, so not all are compared. How alike `<%` means, the connection says; 0.6
// where it does not.
const sql = `
SELECT slug, title FROM (
  SELECT slug, title, article_id FROM article_page WHERE $1 <% title LIMIT ${maxTitlesCompared}
) AS alike ORDER BY word_similarity($1, title) DESC, article_id DESC LIMIT ${maxSuggestions}`;

/** Articles in whose titles something like what was typed stands, by its trigrams. */
export async function readTitleSuggestions(pool: Pool, typed: string): Promise<Suggestion[]> {
  return (await pool.query<Suggestion>({ name: 'read-title-suggestions', text: sql, values: [typed] })).rows;
}
