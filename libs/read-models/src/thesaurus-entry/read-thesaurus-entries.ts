import type { Pool } from 'pg';
import type { ThesaurusEntryRow } from './thesaurus-entry.entity.js';

export interface WantedEntries {
  /** A part of a term, an inflection or the text, in upper or lower case. */
  q?: string | undefined;
  limit: number;
  offset: number;
}

export type ListedEntry = Omit<ThesaurusEntryRow, 'changedAt'> & { changedAt: Date };

export interface ThesaurusPage {
  entries: ListedEntry[];
  /** Of all pages. */
  entriesCount: number;
  /** Of the thesaurus; 0 where it is empty. */
  version: number;
}

const isWanted = `NOT retired AND ($1::text IS NULL OR term ILIKE $1 OR text ILIKE $1 OR inflections::text ILIKE $1)`;

const sqlPage = `
SELECT entry_id AS "entryId", kind, term, inflections, text, section_id AS "sectionId",
       case_sensitive AS "caseSensitive", whole_words AS "wholeWords", version, retired, changed_at AS "changedAt"
FROM thesaurus_entry WHERE ${isWanted} ORDER BY lower(term), entry_id LIMIT $2 OFFSET $3`;

const sqlTotal = `
SELECT count(*)::int AS "entriesCount",
       coalesce((SELECT version::int FROM stream_progress WHERE stream = 'thesaurus'), 0) AS version
FROM thesaurus_entry WHERE ${isWanted}`;

/** A page of the entries that are not retired, by their terms. All are looked at: they are ten thousand at most. */
export async function readThesaurusEntries(pool: Pool, { q, limit, offset }: WantedEntries): Promise<ThesaurusPage> {
  const pattern = q === undefined ? null : `%${q.replace(/[\\%_]/g, '\\$&')}%`;
  const [page, total] = await Promise.all([
    pool.query<ListedEntry>({ name: 'read-thesaurus', text: sqlPage, values: [pattern, limit, offset] }),
    pool.query<Omit<ThesaurusPage, 'entries'>>({ name: 'count-thesaurus', text: sqlTotal, values: [pattern] }),
  ]);
  const { entriesCount = 0, version = 0 } = total.rows[0] ?? {};
  return { entries: page.rows, entriesCount, version };
}

const sqlOne = `
SELECT entry_id AS "entryId", kind, term, inflections, text, section_id AS "sectionId",
       case_sensitive AS "caseSensitive", whole_words AS "wholeWords", version, retired, changed_at AS "changedAt"
FROM thesaurus_entry WHERE entry_id = $1`;

/** One entry, be it retired. */
export async function readThesaurusEntry(pool: Pool, entryId: string): Promise<ListedEntry | undefined> {
  const { rows } = await pool.query<ListedEntry>({ name: 'read-thesaurus-entry', text: sqlOne, values: [entryId] });
  return rows[0];
}
