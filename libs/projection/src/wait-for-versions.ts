import { LRUCache } from 'lru-cache';
import pg from 'pg';
import { maxStreamsInToken } from '#commands/consistency-token.js';
import type { Queryable } from '#postgres/shared-connection.js';
import { progressChannel } from './notify-progress.js';
import { WaitingByStream, type Waiting } from './waiting-by-stream.js';

export type Versions = Record<string, number>;

const reconnectMs = 500;
const backstopMs = 250;
const maxRemembered = 20_000;

/** Requests that may wait at one time in a process. For a further one the versions count as not reached, at once. */
export const maxWaiting = 10_000;

/**
 * Streams that one request may wait for: as many as a Consistency-Token names, and some of its own. With more it fails
 * at once.
 */
export const maxStreamsWaitedFor = maxStreamsInToken + 20;

/** Streams that one query looks up for waiting requests. */
const maxLookedUp = 1_000;

/** The payload with which {@link resetProjection} tells waiting requests that the rows were emptied. */
export const everythingForgotten = '!';

/**
 * Lets requests wait until a projection set has certain stream versions. It has one LISTEN connection in a process;
 * while requests wait it also looks at the table four times a second, in case a notification was lost. Recently
 * received versions are cached as long as that connection lasts, so that most waits need no query.
 */
export class ProgressWaiter {
  private readonly waiting = new WaitingByStream();
  private looking: Promise<void> | undefined;
  private lookAgain = false;
  private readonly received = new LRUCache<string, number>({ max: maxRemembered });
  /** Counts how often the cache was cleared; a look-up begun before is not cached after. */
  private turn = 0;
  private listener: pg.Client | undefined;
  private listening = false;
  private closed = false;
  private readonly wakes = new Set<() => void>();
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

  /** Calls it whenever something may have become visible. A notification may be lost, so it is a hint alone. */
  onNews(wake: () => void): void {
    this.wakes.add(wake);
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.backstop);
    this.waiting.giveUp();
    await this.listener?.end().catch(() => undefined);
  }

  /**
   * Whether the versions are reached within `timeoutMs`; false at once if too many requests wait, or for too many
   * streams.
   */
  async waitFor(versions: Versions, timeoutMs: number): Promise<boolean> {
    const wanted = new Map(Object.entries(versions).filter(([stream, version]) => !this.hasReceived(stream, version)));
    if (wanted.size === 0) return true;
    if (this.waiting.size >= maxWaiting || wanted.size > maxStreamsWaitedFor) return false;
    const reached = Promise.withResolvers<boolean>();
    const entry: Waiting = { versions: wanted, resolve: reached.resolve };
    // Added before the first look-up, so that a notification between the two is not missed.
    this.waiting.add(entry);
    const timer = setTimeout(() => reached.resolve(false), timeoutMs);
    this.armBackstop();
    try {
      await Promise.race([this.look([...wanted.keys()]), reached.promise]);
      return await reached.promise;
    } finally {
      clearTimeout(timer);
      this.waiting.remove(entry);
    }
  }

  private async look(streams: string[]): Promise<void> {
    const { turn } = this;
    const { rows } = await this.connection.query<{ stream: string; version: number }>({
      name: `look-progress-${this.schema}`,
      text: `SELECT stream, version FROM ${this.schema}.stream_progress WHERE stream = ANY($1)`,
      values: [streams],
    });
    for (const { stream, version } of rows) {
      if (turn === this.turn) this.remember(stream, version);
      this.waiting.reach(stream, version);
    }
  }

  private forget(): void {
    this.turn += 1;
    this.received.clear();
  }

  private hasReceived(stream: string, version: number): boolean {
    return (this.received.get(stream) ?? 0) >= version;
  }

  private remember(stream: string, version: number): void {
    if (!this.listening || this.hasReceived(stream, version)) return;
    this.received.set(stream, version);
  }

  /** One look-up at a time, in portions; a request for one meanwhile causes another when it ends. */
  private lookForAll(): void {
    this.lookAgain = true;
    this.looking ??= this.lookWhileAsked().finally(() => (this.looking = undefined));
  }

  private async lookWhileAsked(): Promise<void> {
    while (this.lookAgain) {
      this.lookAgain = false;
      const { streams } = this.waiting;
      for (let at = 0; at < streams.length; at += maxLookedUp) {
        await this.look(streams.slice(at, at + maxLookedUp)).catch(() => undefined);
      }
    }
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
    listener.on('notification', ({ payload = '' }) => {
      this.receive(payload);
      this.wake();
    });
    try {
      await listener.connect();
      await listener.query(`LISTEN ${progressChannel(this.schema)}`);
      this.listening = true;
      this.lookForAll();
      this.wake();
    } catch {
      await listener.end().catch(() => undefined);
      reconnect();
    }
  }

  private wake(): void {
    for (const wake of this.wakes) wake();
  }

  private receive(payload: string): void {
    if (payload === everythingForgotten) return this.forget();
    if (payload === '*') return this.lookForAll();
    for (const told of payload.split(',')) {
      const at = told.lastIndexOf(':');
      const [stream, version] = [told.slice(0, at), Number(told.slice(at + 1))];
      this.remember(stream, version);
      this.waiting.reach(stream, version);
    }
  }
}
