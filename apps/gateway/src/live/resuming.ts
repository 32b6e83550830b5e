import { setTimeout as delay } from 'node:timers/promises';
import type { EventStream } from '#testing/event-stream.js';

/** Milliseconds between two beginnings, and until each is left: at any time some have just begun. */
const [everyMs, leftAfterMs] = [50, 400];

/** Somebody who resumes again and again from the same old id. */
export class Resuming {
  private readonly streams: EventStream[] = [];
  private readonly running: Promise<void>;
  private isStopped = false;

  constructor(private readonly open: () => Promise<EventStream>) {
    this.running = this.run();
  }

  async isUnderWay(): Promise<void> {
    while (this.streams.length < 5) await delay(everyMs);
  }

  /** @returns one that has begun last, and stays */
  async stop(): Promise<EventStream> {
    this.isStopped = true;
    await this.running;
    for (const each of this.streams) each.close();
    return this.open();
  }

  private async run(): Promise<void> {
    while (!this.isStopped) {
      const stream = await this.open();
      this.streams.push(stream);
      void delay(leftAfterMs).then(() => stream.close());
      await delay(everyMs);
    }
  }
}
