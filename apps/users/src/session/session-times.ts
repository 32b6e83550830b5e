/** How long things last, in seconds. */
export interface SessionTimes {
  /** A session. RealWorld clients never refresh, so their token lives as long as it. */
  sessionSeconds: number;
}
