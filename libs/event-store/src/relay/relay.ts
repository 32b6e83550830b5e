import type { Publisher } from '#kafka/publisher.js';
import type { Pool } from 'pg';
import { drainOutbox } from './drain-outbox.js';
import { takeLeadership, type Leadership } from './take-leadership.js';

export interface RelayOptions {
  databaseUrl: string;
  /** For waking the relay of another replica. */
  pool: Pool;
  connectPublisher(): Promise<Publisher>;
  batchSize?: number;
  log?(level: 'info' | 'warn', message: string, detail?: Record<string, unknown>): void;
  onRelayed?(count: number): void;
  afterAck?(): Promise<void>;
}

const standbyMs = 500;

/**
 * Sends one service's outbox to Kafka. Every replica runs a relay; one leads and sends, the others stand by. `start()`
 * returns at once; `stop()` waits for the batch that is being sent.
 */
export class Relay {
  private stopping = false;
  private running: Promise<void> | undefined;
  private signal = Promise.withResolvers<void>();
  private leading = false;
  private notifying = false;

  constructor(private readonly options: RelayOptions) {}

  get isLeading(): boolean {
    return this.leading;
  }

  start(): void {
    this.running ??= this.run();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.signal.resolve();
    await this.running;
  }

  /** Call after a commit to the outbox. Wakes this process's relay if it leads, else the leader by NOTIFY. */
  wake(): void {
    if (this.leading) this.signal.resolve();
    else void this.notifyLeader();
  }

  // Runs after the commit, and at most once at a time: a NOTIFY inside an append would serialise all commits of the cluster.
  private async notifyLeader(): Promise<void> {
    if (this.notifying) return;
    this.notifying = true;
    try {
      await this.options.pool.query(`SELECT pg_notify('outbox', '')`);
    } catch {
      // The leader polls within a second.
    } finally {
      this.notifying = false;
    }
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      let leadership: Leadership | undefined;
      try {
        leadership = await takeLeadership(this.options.databaseUrl);
        if (leadership) await this.lead(leadership);
      } catch (error) {
        this.options.log?.('warn', 'the relay failed and starts again', { error: String(error) });
      } finally {
        this.leading = false;
        await leadership?.release();
      }
      if (!this.stopping) await this.idle(standbyMs);
    }
  }

  private async lead(leadership: Leadership): Promise<void> {
    leadership.onWake(() => this.signal.resolve());
    const publisher = await this.options.connectPublisher();
    this.leading = true;
    this.options.log?.('info', 'this relay leads');
    try {
      await drainOutbox({
        leadership,
        publisher,
        batchSize: this.options.batchSize ?? 500,
        isStopping: () => this.stopping,
        idle: (ms) => this.idle(ms),
        ...(this.options.onRelayed && { onRelayed: this.options.onRelayed }),
        ...(this.options.afterAck && { afterAck: this.options.afterAck }),
      });
    } finally {
      await publisher.disconnect().catch(() => undefined);
    }
  }

  private async idle(ms: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const timeout = new Promise<void>((resolve) => (timer = setTimeout(resolve, ms)));
    await Promise.race([this.signal.promise, timeout]);
    clearTimeout(timer);
    this.signal = Promise.withResolvers<void>();
  }
}
