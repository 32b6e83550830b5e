const mostKeys = 20_000;

/** Values that are forgotten some time after they were last set, the oldest also when there are too many. */
export class ForgetfulMap<Value> {
  private readonly entries = new Map<string, { value: Value; until: number }>();

  /** @param now milliseconds of a monotonic clock. */
  constructor(private readonly now: () => number) {}

  get(key: string): Value | undefined {
    const entry = this.entries.get(key);
    return entry && entry.until > this.now() ? entry.value : undefined;
  }

  set(key: string, value: Value, forMs: number): void {
    this.entries.delete(key);
    this.entries.set(key, { value, until: this.now() + forMs });
    for (const [oldest, { until }] of this.entries) {
      if (this.entries.size <= mostKeys && until > this.now()) break;
      this.entries.delete(oldest);
    }
  }

  delete(key: string): void {
    this.entries.delete(key);
  }
}
