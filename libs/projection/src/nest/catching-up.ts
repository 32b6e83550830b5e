/** Work that is begun now and then, one round at a time; asked for while it is under way, it is done once more. */
export class CatchingUp {
  private readonly stopping = new AbortController();
  private running: Promise<void> | undefined;
  private again = false;

  /** @param work gives up early once the signal is aborted. @param failed is told what it threw. */
  constructor(
    private readonly work: (signal: AbortSignal) => Promise<void>,
    private readonly failed: (error: unknown) => void,
  ) {}

  begin(): void {
    this.again = true;
    this.running ??= this.run();
  }

  /** Resolves when nothing of it runs any more. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (this.again && !signal.aborted) {
      this.again = false;
      try {
        await this.work(signal);
      } catch (error) {
        if (!signal.aborted) this.failed(error);
      }
    }
    this.running = undefined;
  }
}
