export interface PresentedRefreshToken {
  usedAt: Date | null;
  /** Whether the next token was used. */
  followerUsed: boolean;
  sessionEndedAt: Date | null;
  sessionExpiresAt: Date;
}

/** `again`: repeat the lost answer. `reused`: the token was copied, and owner and thief cannot be told apart. */
export type RefreshVerdict = 'rotate' | 'again' | 'reused' | 'over';

/** What a presented refresh token leads to. See RFC 9700, 4.14.2. */
export function judgeRefresh(shown: PresentedRefreshToken, now: Date, graceSeconds: number): RefreshVerdict {
  if (shown.sessionEndedAt !== null || shown.sessionExpiresAt <= now) return 'over';
  if (shown.usedAt === null) return 'rotate';
  // The next token was used, so its answer did arrive.
  const isInGrace = now.getTime() - shown.usedAt.getTime() <= graceSeconds * 1_000;
  return isInGrace && !shown.followerUsed ? 'again' : 'reused';
}
