import type { ClientBase } from 'pg';
import type { ThesaurusEntryRow } from './thesaurus-entry.entity.js';

const sql = `
INSERT INTO thesaurus_entry (entry_id, kind, term, inflections, text, section_id, case_sensitive, whole_words, version,
  retired, changed_at)
SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::jsonb[], $5::text[], $6::uuid[], $7::boolean[],
  $8::boolean[], $9::integer[], $10::boolean[], $11::timestamptz[])
ON CONFLICT (entry_id) DO UPDATE SET kind = excluded.kind, term = excluded.term, inflections = excluded.inflections,
  text = excluded.text, section_id = excluded.section_id, case_sensitive = excluded.case_sensitive,
  whole_words = excluded.whole_words, version = excluded.version, retired = excluded.retired,
  changed_at = excluded.changed_at`;

/** Inserts or replaces rows, in one statement. */
export async function saveThesaurusEntries(client: ClientBase, rows: ThesaurusEntryRow[]): Promise<void> {
  await client.query({
    name: 'save-thesaurus-entries',
    text: sql,
    values: [
      rows.map((row) => row.entryId),
      rows.map((row) => row.kind),
      rows.map((row) => row.term),
      rows.map((row) => JSON.stringify(row.inflections)),
      rows.map((row) => row.text),
      rows.map((row) => row.sectionId),
      rows.map((row) => row.caseSensitive),
      rows.map((row) => row.wholeWords),
      rows.map((row) => row.version),
      rows.map((row) => row.retired),
      rows.map((row) => row.changedAt),
    ],
  });
}
