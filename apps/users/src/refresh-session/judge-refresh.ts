export interface ShownRefreshToken {
  usedAt: Date | null;
  /** Whether the token that followed it was used. */
  followerUsed: boolean;
  sessionEndedAt: Date | null;
  sessionExpiresAt: Date;
}

/** `again`: give the lost answer again. `reused`: somebody else has this token too, and nobody knows who is who. */
export type RefreshVerdict = 'rotate' | 'again' | 'reused' | 'over';

/** What a refresh token that somebody shows is good for. See RFC 9700, 4.14.2. */
export function judgeRefresh(shown: ShownRefreshToken, now: Date, graceSeconds: number): RefreshVerdict {
  if (shown.sessionEndedAt !== null || shown.sessionExpiresAt <= now) return 'over';
  if (shown.usedAt === null) return 'rotate';
  // Whoever used the token that followed did get the answer.
  const isInGrace = now.getTime() - shown.usedAt.getTime() <= graceSeconds * 1_000;
  return isInGrace && !shown.followerUsed ? 'again' : 'reused';
}
