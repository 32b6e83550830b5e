import type { ClientBase } from 'pg';
import type { PresentedRefreshToken } from './judge-refresh.js';

export interface LockedRefreshToken extends PresentedRefreshToken {
  sessionId: string;
  personId: string;
}

// Locks the session's row, so that of two requests with one token the second sees the result of the first.
const sqlLock = `
SELECT FROM sessions WHERE id = (SELECT session_id FROM refresh_tokens WHERE hash = $1) FOR UPDATE`;

const sqlRead = `
SELECT sessions.id AS "sessionId", person_id AS "personId", refresh_tokens.used_at AS "usedAt",
       ended_at AS "sessionEndedAt", expires_at AS "sessionExpiresAt",
       EXISTS (SELECT FROM refresh_tokens AS follower WHERE hash = $2 AND follower.used_at IS NOT NULL) AS "followerUsed"
FROM refresh_tokens JOIN sessions ON sessions.id = session_id WHERE refresh_tokens.hash = $1`;

/** A refresh token and its session, locked until the transaction ends; undefined for an unknown token. */
export async function lockRefreshToken(
  client: ClientBase,
  hash: string,
  followerHash: string,
): Promise<LockedRefreshToken | undefined> {
  await client.query(sqlLock, [hash]);
  const { rows } = await client.query<LockedRefreshToken>(sqlRead, [hash, followerHash]);
  return rows[0];
}
