import type { Pool, PoolClient, QueryConfig, QueryResult, QueryResultRow } from 'pg';

/** What a look-up asks: a pool, one of its connections, or {@link SharedConnection}. */
export interface Queryable {
  query<Row extends QueryResultRow>(query: QueryConfig): Promise<QueryResult<Row>>;
}

interface Taken {
  client: Promise<PoolClient>;
  waiting: number;
}

/**
 * One connection of a pool that pipelines, for small look-ups of many requests at the same time: those that are asked
 * in one moment go out in one write and come back in one, where each would take a connection for itself otherwise. It is
 * given back whenever nobody waits for an answer. Not for a query that takes long: those behind it wait.
 */
export class SharedConnection implements Queryable {
  private taken: Taken | undefined;

  constructor(private readonly pool: Pool) {}

  async query<Row extends QueryResultRow>(query: QueryConfig): Promise<QueryResult<Row>> {
    const taken = (this.taken ??= { client: this.pool.connect(), waiting: 0 });
    taken.waiting += 1;
    try {
      return await (await taken.client).query<Row>(query);
    } catch (error) {
      // It may be the connection that is lost: whoever asks next takes another.
      this.leave(taken);
      throw error;
    } finally {
      taken.waiting -= 1;
      if (taken.waiting === 0) this.giveBack(taken);
    }
  }

  private leave(taken: Taken): void {
    if (this.taken === taken) this.taken = undefined;
  }

  private giveBack(taken: Taken): void {
    this.leave(taken);
    taken.client.then(
      // The pool sees by itself whether the connection is lost.
      (client) => client.release(),
      // One that could not be had was told to those who asked.
      () => undefined,
    );
  }
}
