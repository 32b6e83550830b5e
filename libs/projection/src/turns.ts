/** A lock within a process: shared work runs concurrently, exclusive work runs alone. */
export class Turns {
  private readonly running = new Set<Promise<unknown>>();
  private lonely: Promise<void> | undefined;

  async together<Result>(work: () => Promise<Result>): Promise<Result> {
    while (this.lonely) await this.lonely;
    const running = work();
    this.running.add(running);
    try {
      return await running;
    } finally {
      this.running.delete(running);
    }
  }

  async alone<Result>(work: () => Promise<Result>): Promise<Result> {
    while (this.lonely) await this.lonely;
    const done = Promise.withResolvers<void>();
    this.lonely = done.promise;
    try {
      await Promise.allSettled(this.running);
      return await work();
    } finally {
      this.lonely = undefined;
      done.resolve();
    }
  }
}
