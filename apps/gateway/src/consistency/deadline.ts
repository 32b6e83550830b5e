/**
 * Milliseconds that one request may take in all: less than the three seconds promised, because the network takes time
 * too.
 */
export const requestBudgetMs = 2800;

/** The deadline of a request, which all its steps share. */
export class Deadline {
  private readonly at: number;

  /** @param leftMs milliseconds from now; @param now a monotonic clock in milliseconds. */
  constructor(
    leftMs: number,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.at = now() + leftMs;
  }

  /** Milliseconds left, at most `most`, never below 0. */
  left(most = Infinity): number {
    return Math.max(0, Math.min(most, this.at - this.now()));
  }
}
