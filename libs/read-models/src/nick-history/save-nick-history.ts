import type { ClientBase } from 'pg';
import type { NickHistoryRow } from './nick-history.entity.js';

const sql = `
INSERT INTO nick_history (person_id, version, kind, name, since)
SELECT * FROM unnest($1::uuid[], $2::int[], $3::text[], $4::text[], $5::timestamptz[])
ON CONFLICT (person_id, version) DO NOTHING`;

/** Inserts rows that do not exist, in one statement. */
export async function saveNickHistory(client: ClientBase, rows: NickHistoryRow[]): Promise<void> {
  await client.query({
    name: 'save-nick-history',
    text: sql,
    values: [
      rows.map(({ personId }) => personId),
      rows.map(({ version }) => version),
      rows.map(({ kind }) => kind),
      rows.map(({ name }) => name),
      rows.map(({ since }) => since),
    ],
  });
}
