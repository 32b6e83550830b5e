import { setTimeout as delay } from 'node:timers/promises';

export interface RoundsOptions {
  /** One look at what is new. @returns whether there is more */
  work(): Promise<boolean>;
  /** Whether anybody waits for it. */
  isNeeded(): boolean;
  /** Milliseconds between two rounds, whoever wakes it. */
  restMs: number;
  /** Milliseconds after which there is a round though nobody wakes it. */
  everyMs: number;
}

/** Runs rounds one at a time: when woken, and at times without. One that fails is done again. */
export class Rounds {
  private isRunning = false;
  private again = false;
  private isStopped = false;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly options: RoundsOptions) {}

  wake(): void {
    this.again = true;
    if (this.isRunning || this.isStopped || !this.options.isNeeded()) return;
    this.isRunning = true;
    clearTimeout(this.timer);
    void this.run().finally(() => this.sleep());
  }

  stop(): void {
    this.isStopped = true;
    clearTimeout(this.timer);
  }

  private async run(): Promise<void> {
    const { work, isNeeded, restMs } = this.options;
    while (this.again && !this.isStopped && isNeeded()) {
      this.again = false;
      if (await work().catch(() => false)) this.again = true;
      await delay(restMs, undefined, { ref: false });
    }
  }

  private sleep(): void {
    this.isRunning = false;
    if (this.isStopped || !this.options.isNeeded()) return;
    this.timer = setTimeout(() => this.wake(), this.options.everyMs);
    this.timer.unref();
  }
}
