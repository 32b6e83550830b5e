import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { PostgresKeyring } from '../postgres-keyring.js';
import { replayErasures } from '../replay-erasures.js';

export interface ErasureReplayOptions {
  keyring: PostgresKeyring;
  brokers: string[];
  log: Logger;
  /** Called with everyone whose key is destroyed, after the topic's erasures were replayed. */
  whenReplayed(erased: string[]): Promise<void>;
}

const againAfterMs = 1_000;

/** Replays erasures once at the start of a process that reads or writes personal data, and retries until Kafka is there. */
export class ErasureReplay {
  isDone = false;
  private readonly ended: Promise<void>;
  private readonly stopping = new AbortController();

  constructor(private readonly options: ErasureReplayOptions) {
    this.ended = this.run();
  }

  /** Resolves when no erased person has a key. @throws Error when the process stops before. */
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
