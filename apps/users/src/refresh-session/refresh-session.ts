import type { SealingEventStore } from '#keyring/sealing-event-store.js';
import type { PoolClient } from 'pg';
import { spend } from '../budget/spend.js';
import { endByRule } from '../session/end-by-rule.js';
import type { SessionTimes } from '../session/session-times.js';
import { judgeRefresh } from './judge-refresh.js';
import { lockRefreshToken } from './lock-refresh-token.js';
import { refreshTokenAfter, refreshTokenHash } from '../session/refresh-token.js';
import { rotateRefreshToken } from './rotate-refresh-token.js';

export interface RefreshingPlace {
  store: SealingEventStore<PoolClient>;
  key: Buffer;
  times: SessionTimes;
}

export interface Refreshed {
  personId: string;
  sessionId: string;
  refreshToken: string;
}

const reused = 'refresh-token-reused' as const;

/**
 * Returns the next refresh token for a presented one. A token that is used twice ends its session, for every holder.
 * @returns undefined for an invalid token.
 */
export async function refreshSession(
  { store, key, times }: RefreshingPlace,
  token: string,
  now: Date,
): Promise<Refreshed | undefined> {
  const refreshToken = refreshTokenAfter(key, token);
  const [hash, followerHash] = [refreshTokenHash(key, token), refreshTokenHash(key, refreshToken)];
  const { judged, verdict } = await store.transact(async ({ client }) => {
    const shown = await lockRefreshToken(client, hash, followerHash);
    if (!shown) return { verdict: 'over' as const };
    const judgement = judgeRefresh(shown, now, times.graceSeconds);
    if (judgement === 'rotate') {
      await spend(client, { subjectId: shown.personId, budget: 'refreshes' }, now.toISOString());
      const expiresAt = new Date(now.getTime() + times.sessionSeconds * 1_000);
      await rotateRefreshToken(client, { hash, followerHash, now, expiresAt });
    }
    return { judged: { personId: shown.personId, sessionId: shown.sessionId }, verdict: judgement };
  });
  if (!judged || verdict === 'over') return undefined;
  if (verdict !== 'reused') return { ...judged, refreshToken };
  // In a transaction of its own, which locks the person before their sessions.
  const ending = { personId: judged.personId, these: [judged.sessionId], reason: reused, rule: reused };
  await store.transact((transaction) => endByRule(transaction, ending, now));
  return undefined;
}
