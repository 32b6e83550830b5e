/** At most `limit` requests of one subject, in a stretch of time that begins with the first of them. */
export interface Window {
  key: string;
  limit: number;
}

/** How it stands with a window after a request was counted in it. */
export interface Standing {
  limit: number;
  /** Whether the request was one of those. */
  granted: boolean;
  /** Places that are left. */
  remaining: number;
  /** Milliseconds until the window ends. */
  resetMs: number;
}

export interface Taken {
  granted: boolean;
  /** One for each window, in their order. */
  standings: Standing[];
}

/** A request needs a place in each of its windows. Where one refuses it, it has used up its places in the others. */
export const takenOf = (standings: Standing[]): Taken => ({
  granted: standings.every(({ granted }) => granted),
  standings,
});
