import type { Logger } from 'pino';

export interface ChoreOptions {
  /** Said in the log when it fails, as in "… could not be done yet". */
  what: string;
  everyMs: number;
  log: Logger;
  /** One round. Every replica may be at it at the same moment; it gives up early once the signal is aborted. */
  work(signal: AbortSignal): Promise<void>;
}

/** Work that is done at a process's start and then every so often. A round that fails is logged, and comes again. */
export class Chore {
  private readonly stopping = new AbortController();
  private round: Promise<void> = Promise.resolve();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly options: ChoreOptions) {}

  start(): void {
    const { what, everyMs, log, work } = this.options;
    const { signal } = this.stopping;
    this.round = work(signal)
      .catch((error: unknown) => log.warn({ reason: String(error) }, `${what} could not be done yet`))
      .finally(() => {
        if (!signal.aborted) this.timer = setTimeout(() => this.start(), everyMs);
      });
  }

  /** Resolves when nothing of it runs any more. */
  async stop(): Promise<void> {
    this.stopping.abort();
    clearTimeout(this.timer);
    await this.round;
  }
}
