import pg, { type ClientConfig } from 'pg';
import { AnswerLimit } from './answer-limit.js';

export interface TunedClientConfig extends ClientConfig {
  /** Milliseconds. A connection on which an answer takes longer is closed; each query that waits on it fails. */
  answerMs: number;
}

type Callback = (error: Error | null | undefined, result?: unknown) => void;

const isSubmittable = (query: unknown) => typeof (query as { submit?: unknown } | undefined)?.submit === 'function';

/**
 * A connection to Postgres whose queries cost less, and whose answers have a time limit. It emits `queryError` for each
 * query that fails.
 */
export class TunedClient extends pg.Client {
  private readonly limit: AnswerLimit;
  private isHeld = false;

  constructor({ answerMs, ...config }: TunedClientConfig) {
    super(config);
    this.limit = new AnswerLimit(answerMs, (error) => this.connection.stream.destroy(error));
  }

  /** Like pg's, in each of its forms: `never` fits the result of all of them. Declare a client as `pg.Client`. */
  override query(...parts: unknown[]): never {
    return this.ask(parts) as never;
  }

  private ask(parts: unknown[]): unknown {
    this.hold();
    if (isSubmittable(parts[0])) return this.send(...parts);
    const callback = parts.at(-1);
    if (typeof callback === 'function') return this.call(parts.slice(0, -1), callback as Callback);
    return this.answerOf(parts);
  }

  /**
   * Sends all queries of one event-loop turn in one write, if the connection pipelines: a write is the most expensive part
   * of a small query for this process.
   */
  private hold(): void {
    if (this.isHeld) return;
    this.isHeld = true;
    this.connection.stream.cork();
    process.nextTick(() => {
      this.isHeld = false;
      this.connection.stream.uncork();
    });
  }

  /** pg would assign a function to each query without a callback, and V8 allocates that, with all it references, in old space. */
  private async answerOf(parts: unknown[]): Promise<unknown> {
    try {
      return await new Promise((resolve, reject) => {
        this.call(parts, (error, result) => (error ? reject(error) : resolve(result)));
      });
    } catch (error) {
      // The stack of the caller, in place of the socket's.
      if (error instanceof Error) Error.captureStackTrace(error);
      throw error;
    }
  }

  private call(parts: unknown[], callback: Callback): unknown {
    const awaited = this.limit.begin();
    const answer: Callback = (error, result) => {
      this.limit.answered(awaited);
      if (error) this.emit('queryError', error);
      callback(error, result);
    };
    try {
      return this.send(...parts, answer);
    } catch (notSent) {
      this.limit.answered(awaited);
      throw notSent;
    }
  }

  private send(...parts: unknown[]): unknown {
    return (super.query as (...parts: unknown[]) => unknown).call(this, ...parts);
  }
}
