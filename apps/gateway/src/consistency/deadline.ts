/** How long one request may take in all, in milliseconds. Below the three seconds promised, for the way back takes time too. */
export const requestBudgetMs = 2800;

/** The end of a request's time, which everything done for it shares. */
export class Deadline {
  private readonly at: number;

  /** @param leftMs milliseconds from now; @param now a monotonic clock in milliseconds. */
  constructor(
    leftMs: number,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.at = now() + leftMs;
  }

  /** Milliseconds that are left, at most `most`, never below 0. */
  left(most = Infinity): number {
    return Math.max(0, Math.min(most, this.at - this.now()));
  }
}
