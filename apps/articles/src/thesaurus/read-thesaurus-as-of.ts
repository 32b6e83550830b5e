import type { ThesaurusFact } from '#contracts/events.js';
import type { HouseEntry } from '#contracts/thesaurus/house-entry.js';
import type { ClientBase } from 'pg';
import { entryOf } from './thesaurus.rules.js';

const sql = `
SELECT DISTINCT ON (data->>'entryId') type, data FROM events
WHERE stream = 'thesaurus' AND version <= $1 AND data->>'entryId' = ANY($2) ORDER BY data->>'entryId', version DESC`;

/** Those of these entries that the thesaurus had at a version, as they were then. */
export async function readThesaurusAsOf(
  client: ClientBase,
  version: number,
  entryIds: string[],
): Promise<HouseEntry[]> {
  const query = { name: 'read-thesaurus-as-of', text: sql, values: [version, entryIds] };
  const { rows } = await client.query<Pick<ThesaurusFact, 'type' | 'data'>>(query);
  return rows.flatMap((row) => entryOf(row) ?? []);
}
