const mostAddresses = 50_000;
const part = 0.1;

/**
 * Most addresses read a little. Up to a tenth of the limit they are counted here alone, without Redis, each process by
 * itself; whoever reads more is counted in Redis from then on.
 */
export class SparedReaders {
  private reads = new Map<string, number>();
  private until = 0;
  private readonly spared: number;

  /** @param now milliseconds of a monotonic clock. */
  constructor(
    limit: number,
    private readonly spanMs: number,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.spared = Math.floor(limit * part);
  }

  /** @param visitor by their group of addresses. */
  spares(visitor: string): boolean {
    if (this.now() >= this.until || this.reads.size > mostAddresses) {
      this.reads = new Map();
      this.until = this.now() + this.spanMs;
    }
    const reads = (this.reads.get(visitor) ?? 0) + 1;
    this.reads.set(visitor, reads);
    return reads <= this.spared;
  }
}
