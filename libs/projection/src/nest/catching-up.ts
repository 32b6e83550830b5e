/**
 * Work that is started now and then, one round at a time. If it is requested during a round, one more round follows.
 */
export class CatchingUp {
  private readonly stopping = new AbortController();
  private running: Promise<void> | undefined;
  private again = false;

  /** @param work stops early once the signal is aborted. @param failed is called with the error of a round. */
  constructor(
    private readonly work: (signal: AbortSignal) => Promise<void>,
    private readonly failed: (error: unknown) => void,
  ) {}

  begin(): void {
    this.again = true;
    this.running ??= this.run();
  }

  /** Resolves once no round runs. */
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
