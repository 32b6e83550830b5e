import type { ClientBase } from 'pg';

// Waits for an uncommitted transaction that ends the same credential. Listed until the credential would have expired by
// itself.
const sqlEnd = `
INSERT INTO sessions (id, person_id, started_at, expires_at, ended_at) VALUES ($1, $2, $3, $4, $3)
ON CONFLICT (id) DO NOTHING`;

const sqlRead = `
SELECT ended.ended_at AS "endedAt", EXISTS (SELECT FROM sessions WHERE id = $2) AS "followerEnded"
FROM sessions AS ended WHERE ended.id = $1`;

export interface EndedCredential {
  /** Whether this call ended it. */
  now: boolean;
  endedAt: Date;
  /** Whether the next credential has ended too: its holder did get the answer. */
  followerEnded: boolean;
}

/** Ends a guest's credential, once. */
export async function endCredential(
  client: ClientBase,
  {
    id,
    followerId,
    personId,
    at,
    expiresAt,
  }: Record<'id' | 'followerId' | 'personId', string> & Record<'at' | 'expiresAt', Date>,
): Promise<EndedCredential> {
  const { rowCount } = await client.query(sqlEnd, [id, personId, at, expiresAt]);
  const { rows } = await client.query<Omit<EndedCredential, 'now'>>(sqlRead, [id, followerId]);
  return { ...(rows[0] as Omit<EndedCredential, 'now'>), now: rowCount === 1 };
}
