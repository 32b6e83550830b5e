import type { ClientBase } from 'pg';

const sqlByFingerprint = `SELECT fingerprint, comment_id FROM imported_comments WHERE fingerprint = ANY($1)`;

/** Which of the comments are here already: fingerprint → comment number. */
export async function findImported(client: ClientBase, fingerprints: string[]): Promise<Map<string, number>> {
  const { rows } = await client.query<{ fingerprint: string; comment_id: string }>(sqlByFingerprint, [fingerprints]);
  return new Map(rows.map(({ fingerprint, comment_id }) => [fingerprint, Number(comment_id)]));
}
