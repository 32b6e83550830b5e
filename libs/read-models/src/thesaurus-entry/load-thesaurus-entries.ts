import type { ClientBase } from 'pg';
import type { ThesaurusEntryRow } from './thesaurus-entry.entity.js';

const sql = `
SELECT entry_id AS "entryId", kind, term, inflections, text, section_id AS "sectionId",
       case_sensitive AS "caseSensitive", whole_words AS "wholeWords", version, retired,
       to_char(changed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "changedAt"
FROM thesaurus_entry WHERE entry_id = ANY($1::uuid[])`;

/** The existing rows of these ids, by id. */
export async function loadThesaurusEntries(client: ClientBase, ids: string[]): Promise<Map<string, ThesaurusEntryRow>> {
  const query = { name: 'load-thesaurus-entries', text: sql, values: [ids] };
  const { rows } = await client.query<ThesaurusEntryRow>(query);
  return new Map(rows.map((row) => [row.entryId, row]));
}
