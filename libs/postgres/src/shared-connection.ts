import type { Pool, PoolClient, QueryConfig, QueryResult, QueryResultRow } from 'pg';
import { makesConnectionUnusable } from './drop-unusable-connections.js';

/** Runs a look-up: a pool, one of its connections, or a {@link SharedConnection}. */
export interface Queryable {
  query<Row extends QueryResultRow>(query: QueryConfig): Promise<QueryResult<Row>>;
}

/** Milliseconds without an answer after which a shared connection counts as stuck, and gets no other look-ups. */
export const stuckMs = 100;

/** Upper bound of look-ups that wait on one connection; further ones use another. */
export const maxOverOne = 256;

/**
 * Upper bound of look-ups that wait behind a stuck one of their kind; further ones fail at once, as if the database were
 * away.
 */
export const maxBehindStuck = 256;

/** A pending look-up. It only reads, so it is sent again on another connection if it waits behind a stuck one. */
interface Asked {
  query: QueryConfig;
  resolve(result: QueryResult | PromiseLike<QueryResult>): void;
  reject(error: unknown): void;
}

interface Taken {
  client: Promise<PoolClient>;
  /** In the order of their answers. */
  waiting: Asked[];
  /** When the last answer arrived, or the first was waited for; undefined until there is a connection. */
  lastAnswer?: number;
  watch?: NodeJS.Timeout;
}

const kindOf = ({ name, text }: QueryConfig) => name ?? text;
const tooMany = () => Object.assign(new Error('too many wait for one that is stuck'), { code: '57014' });

/**
 * Lets many small look-ups share one pipelined connection of a pool: look-ups of the same moment are sent in one write,
 * instead of taking a connection each. The connection is released when nobody waits for an answer. If a look-up gets no
 * answer, for example because its table is locked, it keeps its connection together with others of its kind; all other
 * look-ups use another connection.
 */
export class SharedConnection implements Queryable {
  private taken: Taken | undefined;
  /** Connections by the kind of look-up that is stuck on them. */
  private readonly stuck = new Map<string, Taken>();

  constructor(private readonly pool: Pool) {}

  async query<Row extends QueryResultRow>(query: QueryConfig): Promise<QueryResult<Row>> {
    try {
      return await this.ask<Row>(query);
    } catch (error) {
      // The connection is unusable and is being closed. A look-up only reads, so it is repeated once on another.
      if (makesConnectionUnusable(error)) return this.ask<Row>(query);
      throw error;
    }
  }

  private ask<Row extends QueryResultRow>(query: QueryConfig): Promise<QueryResult<Row>> {
    return new Promise((resolve, reject) => {
      const behind = this.stuck.get(kindOf(query));
      if (behind && behind.waiting.length >= maxBehindStuck) reject(tooMany());
      else this.send(behind ?? this.current(), { query, resolve: resolve as Asked['resolve'], reject });
    });
  }

  private current(): Taken {
    if (this.taken && this.taken.waiting.length < maxOverOne) return this.taken;
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
          // The connection may be lost: the next look-up uses another.
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

  // Runs after pending input was read, because this process itself may have been stopped.
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

  /** If the repetition fails, the first attempt still answers. */
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
      // The pool notices by itself whether the connection is lost.
      (client) => client.release(),
      // The look-ups were rejected if no connection could be opened.
      () => undefined,
    );
  }
}
