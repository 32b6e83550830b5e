import type { Pool, PoolClient, QueryConfig, QueryResult, QueryResultRow } from 'pg';
import { makesConnectionUnusable } from './drop-unusable-connections.js';

/** What a look-up asks: a pool, one of its connections, or {@link SharedConnection}. */
export interface Queryable {
  query<Row extends QueryResultRow>(query: QueryConfig): Promise<QueryResult<Row>>;
}

/** Milliseconds without an answer after which a shared connection is stuck, and nothing else is asked over it. */
export const stuckMs = 100;

/** Look-ups that wait over one connection at most; the next take another. */
export const mostOverOne = 256;

/** Look-ups that wait behind one of their own kind that is stuck, at most; more are told at once that it is away. */
export const mostBehindStuck = 256;

/** A look-up under way. It is asked a second time where it stands behind another that is stuck: it only reads. */
interface Asked {
  query: QueryConfig;
  resolve(result: QueryResult | PromiseLike<QueryResult>): void;
  reject(error: unknown): void;
}

interface Taken {
  client: Promise<PoolClient>;
  /** In the order of their answers. */
  waiting: Asked[];
  /** When the last answer came, or the first was waited for; undefined until there is a connection. */
  lastAnswer?: number;
  watch?: NodeJS.Timeout;
}

const kindOf = ({ name, text }: QueryConfig) => name ?? text;
const tooMany = () => Object.assign(new Error('too many wait for one that is stuck'), { code: '57014' });

/**
 * One connection of a pool that pipelines, for small look-ups of many requests at the same time: those that are asked
 * in one moment go out in one write and come back in one, where each would take a connection for itself otherwise. It is
 * given back whenever nobody waits for an answer. A look-up that gets none, for its table is locked, keeps its connection
 * and those like it; all others go on over another.
 */
export class SharedConnection implements Queryable {
  private taken: Taken | undefined;
  /** Connections by the kind of look-up they are stuck at. */
  private readonly stuck = new Map<string, Taken>();

  constructor(private readonly pool: Pool) {}

  async query<Row extends QueryResultRow>(query: QueryConfig): Promise<QueryResult<Row>> {
    try {
      return await this.ask<Row>(query);
    } catch (error) {
      // The connection was of no use, and is thrown away: what only reads is asked once more over another.
      if (makesConnectionUnusable(error)) return this.ask<Row>(query);
      throw error;
    }
  }

  private ask<Row extends QueryResultRow>(query: QueryConfig): Promise<QueryResult<Row>> {
    return new Promise((resolve, reject) => {
      const behind = this.stuck.get(kindOf(query));
      if (behind && behind.waiting.length >= mostBehindStuck) reject(tooMany());
      else this.send(behind ?? this.current(), { query, resolve: resolve as Asked['resolve'], reject });
    });
  }

  private current(): Taken {
    if (this.taken && this.taken.waiting.length < mostOverOne) return this.taken;
    const taken: Taken = { client: this.pool.connect(), waiting: [] };
    taken.client.then(
      () => (taken.lastAnswer = performance.now()),
      () => undefined,
    );
    return (this.taken = taken);
  }

  private send(taken: Taken, asked: Asked): void {
    if (taken.waiting.length === 0 && taken.lastAnswer !== undefined) taken.lastAnswer = performance.now();
    taken.waiting.push(asked);
    this.watch(taken);
    taken.client
      .then((client) => client.query(asked.query))
      .then(
        (result) => {
          this.unstick(taken);
          this.answered(taken, asked);
          asked.resolve(result);
        },
        (error: unknown) => {
          // It may be the connection that is lost: whoever asks next takes another.
          this.leave(taken);
          this.answered(taken, asked);
          asked.reject(error);
        },
      );
  }

  private answered(taken: Taken, asked: Asked): void {
    taken.lastAnswer = performance.now();
    taken.waiting.splice(taken.waiting.indexOf(asked), 1);
    if (taken.waiting.length === 0) this.giveBack(taken);
    else this.watch(taken);
  }

  private unstick(taken: Taken): void {
    for (const [kind, each] of this.stuck) if (each === taken) this.stuck.delete(kind);
  }

  private watch(taken: Taken): void {
    taken.watch ??= setTimeout(() => setImmediate(() => this.look(taken)), stuckMs);
  }

  // After what had come meanwhile was read: this process itself may have stood still.
  private look(taken: Taken): void {
    delete taken.watch;
    const [head, ...others] = taken.waiting;
    if (!head) return;
    const { lastAnswer = Infinity } = taken;
    if (performance.now() - lastAnswer < stuckMs) return this.watch(taken);
    this.leave(taken);
    const kind = kindOf(head.query);
    if (!this.stuck.has(kind)) this.stuck.set(kind, taken);
    for (const other of others) if (kindOf(other.query) !== kind) this.askAgain(other);
  }

  /** What fails by this is answered where it was asked first. */
  private askAgain({ query, resolve }: Asked): void {
    this.ask(query).then(resolve, () => undefined);
  }

  private leave(taken: Taken): void {
    if (this.taken === taken) this.taken = undefined;
  }

  private giveBack(taken: Taken): void {
    this.leave(taken);
    clearTimeout(taken.watch);
    this.unstick(taken);
    taken.client.then(
      // The pool sees by itself whether the connection is lost.
      (client) => client.release(),
      // One that could not be had was told to those who asked.
      () => undefined,
    );
  }
}
