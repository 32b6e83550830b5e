import { setTimeout as delay } from 'node:timers/promises';
import { readEnds, type PartitionEnd } from '#kafka/read-ends.js';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { readCheckpoints } from '../read-checkpoints.js';
import { countMessages, countReached, countStored } from '../count-stored.js';

/** Messages to fold at a start from which on the log reports the build; fewer are folded within a moment. */
const worthSaying = 1_000n;
const lookEveryMs = 500;
const sayEveryMs = 5_000;

export interface Building {
  pool: Pool;
  schema: string;
  brokers: string[];
  log: Logger;
}

/** Logs the progress of a set that starts with much to fold, because its tables are new or were emptied. */
export class BuildProgress {
  private readonly stopping = new AbortController();
  private watching: Promise<void> | undefined;

  constructor(private readonly building: Building) {}

  /** @param topics those that the set reads; a second call does nothing. */
  begin(topics: readonly string[]): void {
    const { schema, log } = this.building;
    this.watching ??= this.watch(topics).catch((error: unknown) => {
      if (this.stopping.signal.aborted) return;
      log.warn({ schema, reason: String(error) }, 'the progress of the set can no longer be read');
    });
  }

  /** Resolves once the reporting has stopped. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.watching;
  }

  private async watch(topics: readonly string[]): Promise<void> {
    const { pool, schema, log, brokers } = this.building;
    // The checkpoints as the partitions are assigned: while the ends are asked for, the first batches are stored already.
    const [checkpoints, ends] = await Promise.all([readCheckpoints(pool, schema), readEnds(brokers, topics)]);
    const messages = countMessages(ends);
    let stored = countReached(checkpoints, ends);
    if (messages - stored < worthSaying) return;
    for (let saidAt = -Infinity; stored < messages; stored = await this.countStored(ends)) {
      if (performance.now() - saidAt >= sayEveryMs) {
        log.info({ schema, stored: Number(stored), messages: Number(messages) }, 'the set is being built');
        saidAt = performance.now();
      }
      await delay(lookEveryMs, undefined, { signal: this.stopping.signal, ref: false });
    }
    log.info({ schema, messages: Number(messages) }, 'the set is built');
  }

  private countStored(ends: readonly PartitionEnd[]): Promise<bigint> {
    return countStored(this.building.pool, this.building.schema, ends);
  }
}
