import type { Pool } from 'pg';
import type { SearchWords } from './search-words.js';

export interface SearchQuery {
  /** A tsquery. */
  query: string;
  /** The stems of what is looked for. */
  stems: string[];
}

const sql = `
SELECT query::text, querytree(query) AS needed, tsvector_to_array(to_tsvector('pg_catalog.english', $2)) AS stems
FROM websearch_to_tsquery('pg_catalog.english', $1) AS query`;

/** Undefined if there is no word to look for: only such as are in every text, or such as must not be there. */
export async function readSearchQuery(pool: Pool, { query, wanted }: SearchWords): Promise<SearchQuery | undefined> {
  const { rows } = await pool.query<SearchQuery & { needed: string }>({
    ...{ name: 'read-search-query', text: sql, values: [query, wanted] },
  });
  const [row] = rows;
  return row === undefined || row.needed === '' || row.needed === 'T'
    ? undefined
    : { query: row.query, stems: row.stems };
}
