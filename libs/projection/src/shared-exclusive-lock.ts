/** A lock within a process: shared work runs concurrently, exclusive work runs alone. */
export class SharedExclusiveLock {
  private readonly running = new Set<Promise<unknown>>();
  private holder: Promise<void> | undefined;

  async shared<Result>(work: () => Promise<Result>): Promise<Result> {
    while (this.holder) await this.holder;
    const running = work();
    this.running.add(running);
    try {
      return await running;
    } finally {
      this.running.delete(running);
    }
  }

  async exclusive<Result>(work: () => Promise<Result>): Promise<Result> {
    while (this.holder) await this.holder;
    const done = Promise.withResolvers<void>();
    this.holder = done.promise;
    try {
      await Promise.allSettled(this.running);
      return await work();
    } finally {
      this.holder = undefined;
      done.resolve();
    }
  }
}
