import type { ClientBase } from 'pg';
import type { CommentFingerprint } from './comment-fingerprint.js';

const sqlByFingerprint = `SELECT fingerprint, comment_id FROM imported_comments WHERE fingerprint = ANY($1)`;

/** The comments that were imported already, under either form: keyed fingerprint → comment number. */
export async function findImported(
  client: ClientBase,
  fingerprints: CommentFingerprint[],
): Promise<Map<string, number>> {
  const keyedOf = new Map(fingerprints.map(({ keyed, unkeyed }) => [unkeyed, keyed]));
  const { rows } = await client.query<{ fingerprint: string; comment_id: string }>(sqlByFingerprint, [
    [...keyedOf].flat(),
  ]);
  return new Map(
    rows.map(({ fingerprint, comment_id }) => [keyedOf.get(fingerprint) ?? fingerprint, Number(comment_id)]),
  );
}
