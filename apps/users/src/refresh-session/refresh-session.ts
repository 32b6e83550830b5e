import { randomUUID } from 'node:crypto';
import type { PersonEvent } from '#contracts/events.js';
import { topics } from '#contracts/topics.js';
import { fold } from '#decider/decider.js';
import type { EventStore, StoreTransaction } from '#event-store/event-store.js';
import type { PoolClient } from 'pg';
import { personDecider } from '../person/person.decider.js';
import { endSessions } from '../session/end-sessions.js';
import type { SessionTimes } from '../session/session-times.js';
import { sessionsEnded } from '../session/sessions-ended.js';
import { judgeRefresh } from './judge-refresh.js';
import { lockRefreshToken } from './lock-refresh-token.js';
import { refreshTokenAfter, refreshTokenHash } from '../session/refresh-token.js';
import { rotateRefreshToken } from './rotate-refresh-token.js';

export interface RefreshingPlace {
  store: EventStore<PoolClient>;
  key: Buffer;
  times: SessionTimes;
}

export interface Refreshed {
  personId: string;
  sessionId: string;
  refreshToken: string;
}

/**
 * Gives the next refresh token for one that is shown. One that is used twice ends its session, for whoever holds it.
 * @returns undefined for a token that is good for nothing.
 */
export async function refreshSession(
  { store, key, times }: RefreshingPlace,
  token: string,
  now: Date,
): Promise<Refreshed | undefined> {
  const refreshToken = refreshTokenAfter(key, token);
  const [hash, followerHash] = [refreshTokenHash(key, token), refreshTokenHash(key, refreshToken)];
  return store.transact(async (transaction) => {
    const shown = await lockRefreshToken(transaction.client, hash, followerHash);
    const verdict = shown ? judgeRefresh(shown, now, times.graceSeconds) : 'over';
    if (!shown || verdict === 'over') return undefined;
    const { personId, sessionId } = shown;
    if (verdict === 'reused') {
      await endFamily(transaction, personId, sessionId, now);
      return undefined;
    }
    if (verdict === 'rotate') {
      const expiresAt = new Date(now.getTime() + times.sessionSeconds * 1_000);
      await rotateRefreshToken(transaction.client, { hash, followerHash, now, expiresAt });
    }
    return { personId, sessionId, refreshToken };
  });
}

async function endFamily(
  { client, readStream, append }: StoreTransaction<PoolClient>,
  personId: string,
  sessionId: string,
  now: Date,
): Promise<void> {
  const stream = `person-${personId}`;
  const past = await readStream(stream);
  const recordedAt = now.toISOString();
  const event = sessionsEnded(
    personId,
    await endSessions(client, { personId, only: sessionId }),
    'refresh-token-reused',
    recordedAt,
  );
  const state = fold(personDecider, past as unknown as PersonEvent[]);
  const events = personDecider.decide({ type: 'EndSessions', event }, state);
  const metadata = { correlationId: randomUUID(), recordedAt };
  await append([{ stream, expectedVersion: past.length, topic: topics.users.name, key: personId, events }], metadata);
}
