import type { Logger } from 'pino';

export interface PeriodicTaskOptions {
  /** The subject of the log line for a failed round, as in "… could not be done yet". */
  what: string;
  everyMs: number;
  log: Logger;
  /** One round. All replicas may run it at the same time. It must return early once the signal is aborted. */
  work(signal: AbortSignal): Promise<void>;
}

/** Work that runs at startup and then periodically. A failed round is logged; the next one is run as usual. */
export class PeriodicTask {
  private readonly stopping = new AbortController();
  private round: Promise<void> = Promise.resolve();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly options: PeriodicTaskOptions) {}

  start(): void {
    const { what, everyMs, log, work } = this.options;
    const { signal } = this.stopping;
    this.round = work(signal)
      .catch((error: unknown) => log.warn({ reason: String(error) }, `${what} could not be done yet`))
      .finally(() => {
        if (!signal.aborted) this.timer = setTimeout(() => this.start(), everyMs);
      });
  }

  /** Resolves when the last round has ended. */
  async stop(): Promise<void> {
    this.stopping.abort();
    clearTimeout(this.timer);
    await this.round;
  }
}
