/**
 * Failures in a row of one subject. From the `free`th on, each further failure doubles the wait before the next
 * attempt.
 */
export interface Tally {
  key: string;
  free: number;
  /** Milliseconds to wait after the first failure beyond the free ones. */
  firstDelayMs: number;
  maxDelayMs: number;
}

/** Milliseconds without a new failure after which a tally is deleted. */
export const tallyMs = 3_600_000;

export interface TallyStore {
  /**
   * Counts an attempt as failed, in every tally or in none. Attempts under way count, so many at once gain nothing.
   * @returns milliseconds until the next one may be made; 0 if it was counted.
   */
  attempt(tallies: readonly Tally[]): Promise<number>;
  /** Corrects tallies after an attempt that did not fail: some are reset, from the others the attempt is subtracted. */
  correct(beginAnew: readonly Tally[], takeBack: readonly Tally[]): Promise<void>;
}
