/** Failures in a row of one subject: from the `free`th on each one more doubles the wait before the next attempt. */
export interface Tally {
  key: string;
  free: number;
  /** Milliseconds after the first failure too many. */
  firstDelayMs: number;
  mostDelayMs: number;
}

/** A tally is forgotten when nothing was added to it for so long; milliseconds. */
export const tallyMs = 3_600_000;

export interface TallyStore {
  /**
   * Counts an attempt as failed, in every tally or in none: those under way count, so that many at once win nothing.
   * @returns milliseconds until the next one may be made; 0 where it was counted.
   */
  attempt(tallies: readonly Tally[]): Promise<number>;
  /** Corrects tallies after an attempt that did not fail: some are begun anew, from others it is taken back. */
  correct(beginAnew: readonly Tally[], takeBack: readonly Tally[]): Promise<void>;
}
