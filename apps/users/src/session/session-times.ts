/** How long things last, in seconds. */
export interface SessionTimes {
  /** A session. RealWorld clients never refresh, so their token lives as long as it. */
  sessionSeconds: number;
  /** The access token of a client that refreshes. */
  accessSeconds: number;
  /** How long a used refresh token gives its answer again, for a client that did not get it. */
  graceSeconds: number;
}
