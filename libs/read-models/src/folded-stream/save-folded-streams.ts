import type { ClientBase } from 'pg';
import type { FoldedStreamRow } from './folded-stream.entity.js';

const sql = `
INSERT INTO folded_stream (stream, version, closing_version) SELECT * FROM unnest($1::text[], $2::int[], $3::int[])
ON CONFLICT (stream) DO UPDATE SET version = excluded.version, closing_version = excluded.closing_version`;

/** Inserts or replaces rows, in one statement. */
export async function saveFoldedStreams(client: ClientBase, rows: FoldedStreamRow[]): Promise<void> {
  const values = [
    rows.map(({ stream }) => stream),
    rows.map(({ version }) => version),
    rows.map(({ closingVersion }) => closingVersion),
  ];
  await client.query({ name: 'save-folded-streams', text: sql, values });
}
