import type { ThesaurusFact } from '#contracts/events.js';
import type { HouseEntry } from '#contracts/thesaurus/house-entry.js';
import type { ClientBase } from 'pg';
import { entryOf } from './thesaurus.rules.js';

const sql = `
SELECT DISTINCT ON (data->>'entryId') type, data FROM events
WHERE stream = 'thesaurus' AND version <= $1 ORDER BY data->>'entryId', version DESC`;

/** The entries of the thesaurus at a version. */
export async function readThesaurusAsOf(client: ClientBase, version: number): Promise<HouseEntry[]> {
  const query = { name: 'read-thesaurus-as-of', text: sql, values: [version] };
  const { rows } = await client.query<Pick<ThesaurusFact, 'type' | 'data'>>(query);
  return rows.flatMap((row) => entryOf(row) ?? []);
}
