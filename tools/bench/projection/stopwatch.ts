import { withTimeout } from '#process/with-timeout.js';
import { projectedWithinMs } from './projection-topic.js';

/** From the first batch that comes to the commit of the last event. */
export class Stopwatch {
  private readonly all = Promise.withResolvers<number>();
  private begunAt: number | undefined;
  private readonly next = new Map<number, number>();

  constructor(private readonly expected: number) {}

  /** Called before a batch is worked on. */
  begin(): void {
    this.begunAt ??= performance.now();
  }

  /** Called after its commit, with the offset of its last message; one that comes again counts once. */
  store(partition: number, lastOffset: string): void {
    this.next.set(partition, Math.max(this.next.get(partition) ?? 0, Number(lastOffset) + 1));
    const stored = [...this.next.values()].reduce((sum, next) => sum + next, 0);
    if (stored >= this.expected) this.all.resolve((performance.now() - (this.begunAt ?? 0)) / 1_000);
  }

  /** Events a second. @throws Error when they are not all stored in time. */
  async rate(): Promise<number> {
    const what = `${this.expected} events to be stored`;
    return this.expected / (await withTimeout(this.all.promise, projectedWithinMs, what));
  }
}
