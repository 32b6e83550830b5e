/** At most `limit` requests of one subject in a period that begins with the first of them. */
export interface Window {
  key: string;
  limit: number;
}

/** The state of a window after a request was counted in it. */
export interface Standing {
  limit: number;
  /** Whether the window had a place for the request. */
  granted: boolean;
  /** Places that are left. */
  remaining: number;
  /** Milliseconds until the window ends. */
  resetMs: number;
}

export interface Taken {
  granted: boolean;
  /** One state for each window, in their order. */
  standings: Standing[];
}

/**
 * A request needs a place in each of its windows. If one window refuses it, it has still used up its places in the
 * others.
 */
export const takenOf = (standings: Standing[]): Taken => ({
  granted: standings.every(({ granted }) => granted),
  standings,
});
