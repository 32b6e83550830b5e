import type { ClientBase } from 'pg';

const sql = `
WITH used AS (UPDATE refresh_tokens SET used_at = $3 WHERE hash = $1 RETURNING session_id),
     follower AS (INSERT INTO refresh_tokens (hash, session_id) SELECT $2, session_id FROM used)
UPDATE sessions SET expires_at = $4 WHERE id = (SELECT session_id FROM used)`;

/** Replaces a presented token by another; its session is extended to `expiresAt`. */
export async function rotateRefreshToken(
  client: ClientBase,
  { hash, followerHash, now, expiresAt }: { hash: string; followerHash: string; now: Date; expiresAt: Date },
): Promise<void> {
  await client.query(sql, [hash, followerHash, now, expiresAt]);
}
