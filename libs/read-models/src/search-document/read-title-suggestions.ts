import type { Pool } from 'pg';

/** Titles that are suggested, and how like one must be to what was typed, of 1. */
export const maxSuggestions = 8;
export const leastSimilarity = 0.3;

export interface Suggestion {
  slug: string;
  title: string;
}

// The nearest are found in the order of the index, so it reads few, whatever is typed.
const sql = `
SELECT slug, title FROM (
  SELECT slug, title, article_id, title <->>> $1 AS distance FROM article_page
  ORDER BY title <->>> $1 LIMIT ${maxSuggestions}
) AS nearest WHERE distance <= ${1 - leastSimilarity} ORDER BY distance, article_id DESC`;

/** Articles in whose titles something like what was typed stands, by its trigrams. */
export async function readTitleSuggestions(pool: Pool, typed: string): Promise<Suggestion[]> {
  return (await pool.query<Suggestion>({ name: 'read-title-suggestions', text: sql, values: [typed] })).rows;
}
