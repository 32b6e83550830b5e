import pg from 'pg';
import type { Queryable } from '#service/shared-connection.js';
import { progressChannel } from './notify-progress.js';

export type Versions = Record<string, number>;

interface Waiting {
  versions: Map<string, number>;
  resolve: (reached: boolean) => void;
}

const reconnectMs = 500;
const backstopMs = 250;
const mostRemembered = 20_000;

/** What {@link resetProjection} tells those who wait: what was there is there no more. */
export const everythingForgotten = '!';

/**
 * Lets requests wait until a projection set has certain stream versions: one LISTEN connection a process, and while
 * anybody waits a look at the table four times a second in case a notification was lost. Versions heard of lately are
 * remembered as long as that connection lasts, so that most waits ask nobody.
 */
export class ProgressWaiter {
  private readonly waiting = new Set<Waiting>();
  private readonly heard = new Map<string, number>();
  /** Counts how often all was forgotten: what was looked up before is not remembered after. */
  private turn = 0;
  private listener: pg.Client | undefined;
  private listening = false;
  private closed = false;
  private backstop: NodeJS.Timeout | undefined;

  constructor(
    private readonly connection: Queryable,
    private readonly databaseUrl: string,
    private readonly schema: string,
  ) {}

  get isListening(): boolean {
    return this.listening;
  }

  start(): void {
    void this.connect();
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.backstop);
    for (const { resolve } of this.waiting) resolve(false);
    await this.listener?.end().catch(() => undefined);
  }

  /** Whether the versions are reached within `timeoutMs`. */
  async waitFor(versions: Versions, timeoutMs: number): Promise<boolean> {
    const wanted = new Map(Object.entries(versions).filter(([stream, version]) => !this.hasHeard(stream, version)));
    if (wanted.size === 0) return true;
    const reached = Promise.withResolvers<boolean>();
    const entry: Waiting = { versions: wanted, resolve: reached.resolve };
    // Listed before the first look, so that a notification between the two is not missed.
    this.waiting.add(entry);
    const timer = setTimeout(() => reached.resolve(false), timeoutMs);
    this.armBackstop();
    try {
      await Promise.race([this.look([entry]), reached.promise]);
      return await reached.promise;
    } finally {
      clearTimeout(timer);
      this.waiting.delete(entry);
    }
  }

  private async look(entries: Waiting[]): Promise<void> {
    const streams = [...new Set(entries.flatMap(({ versions }) => [...versions.keys()]))];
    if (streams.length === 0) return;
    const { turn } = this;
    const { rows } = await this.connection.query<{ stream: string; version: number }>({
      name: `look-progress-${this.schema}`,
      text: `SELECT stream, version FROM ${this.schema}.stream_progress WHERE stream = ANY($1)`,
      values: [streams],
    });
    for (const { stream, version } of rows) {
      if (turn === this.turn) this.remember(stream, version);
      this.reach(stream, version);
    }
  }

  private forget(): void {
    this.turn += 1;
    this.heard.clear();
  }

  private hasHeard(stream: string, version: number): boolean {
    return (this.heard.get(stream) ?? 0) >= version;
  }

  private remember(stream: string, version: number): void {
    if (!this.listening || this.hasHeard(stream, version)) return;
    this.heard.delete(stream);
    this.heard.set(stream, version);
    if (this.heard.size <= mostRemembered) return;
    const [oldest = ''] = this.heard.keys();
    this.heard.delete(oldest);
  }

  private reach(stream: string, version: number): void {
    for (const entry of this.waiting) {
      const wanted = entry.versions.get(stream);
      if (wanted === undefined || wanted > version) continue;
      entry.versions.delete(stream);
      if (entry.versions.size === 0) entry.resolve(true);
    }
  }

  private lookForAll(): void {
    if (this.waiting.size > 0) this.look([...this.waiting]).catch(() => undefined);
  }

  private armBackstop(): void {
    if (this.backstop || this.closed) return;
    this.backstop = setTimeout(() => {
      this.backstop = undefined;
      this.lookForAll();
      if (this.waiting.size > 0) this.armBackstop();
    }, backstopMs);
    this.backstop.unref();
  }

  private async connect(): Promise<void> {
    if (this.closed) return;
    const listener = new pg.Client({
      connectionString: this.databaseUrl,
      connectionTimeoutMillis: 2_000,
      query_timeout: 2_000,
      application_name: 'progress',
      keepAlive: true,
    });
    this.listener = listener;
    let again = false;
    const reconnect = () => {
      this.listening = false;
      this.forget();
      if (again || this.closed) return;
      again = true;
      setTimeout(() => void this.connect(), reconnectMs);
    };
    listener.on('error', reconnect);
    listener.on('end', reconnect);
    listener.on('notification', ({ payload = '' }) => this.hear(payload));
    try {
      await listener.connect();
      await listener.query(`LISTEN ${progressChannel(this.schema)}`);
      this.listening = true;
      this.lookForAll();
    } catch {
      await listener.end().catch(() => undefined);
      reconnect();
    }
  }

  private hear(payload: string): void {
    if (payload === everythingForgotten) return this.forget();
    if (payload === '*') return this.lookForAll();
    for (const told of payload.split(',')) {
      const at = told.lastIndexOf(':');
      const [stream, version] = [told.slice(0, at), Number(told.slice(at + 1))];
      this.remember(stream, version);
      this.reach(stream, version);
    }
  }
}
