import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { PostgresKeyring } from '../postgres-keyring.js';
import { replayErasures } from '../replay-erasures.js';

export interface ErasureReplayOptions {
  keyring: PostgresKeyring;
  brokers: string[];
  log: Logger;
  /** Told of everyone whose key is destroyed, once those of the topic are. */
  whenReplayed(erased: string[]): Promise<void>;
}

const againAfterMs = 1_000;

/** What a process that reads or writes personal data does once at its start, and again until Kafka is there for it. */
export class ErasureReplay {
  isDone = false;
  private readonly ended: Promise<void>;
  private readonly stopping = new AbortController();

  constructor(private readonly options: ErasureReplayOptions) {
    this.ended = this.run();
  }

  /** Resolves when nobody who was erased has a key. @throws Error when the process stops before. */
  async done(): Promise<void> {
    await this.ended;
    if (!this.isDone) throw new Error('erasures were not replayed');
  }

  stop(): void {
    this.stopping.abort();
  }

  private async run(): Promise<void> {
    const { keyring, brokers, log, whenReplayed } = this.options;
    const { signal } = this.stopping;
    while (!signal.aborted) {
      try {
        await replayErasures(keyring, brokers);
        await whenReplayed(await keyring.destroyed());
        this.isDone = true;
        return;
      } catch (error) {
        if (!signal.aborted) log.warn({ reason: String(error) }, 'erasures could not be replayed yet');
        await delay(againAfterMs, undefined, { signal }).catch(() => undefined);
      }
    }
  }
}
