import type { ClientBase } from 'pg';
import type { FoldedStreamRow } from './folded-stream.entity.js';

const sql = `SELECT stream, version, closing_version AS "closingVersion" FROM folded_stream WHERE stream = ANY($1)`;

/** The existing rows of these streams, by stream. */
export async function loadFoldedStreams(client: ClientBase, streams: string[]): Promise<Map<string, FoldedStreamRow>> {
  const { rows } = await client.query<FoldedStreamRow>({ name: 'load-folded-streams', text: sql, values: [streams] });
  return new Map(rows.map((row) => [row.stream, row]));
}
