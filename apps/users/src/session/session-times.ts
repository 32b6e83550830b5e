/** Lifetimes, in seconds. */
export interface SessionTimes {
  /** A session. RealWorld clients never refresh, so their token lives as long. */
  sessionSeconds: number;
  /** The access token of a client that refreshes. */
  accessSeconds: number;
  /** How long a used refresh token gets its answer again, for a client that did not receive it. */
  graceSeconds: number;
}
