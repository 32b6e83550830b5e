import type { BroadsideEvent } from '#contracts/events.js';
import type { ClientBase } from 'pg';

/**
 * One table kept as a fold of events. `evolve` is pure, so that the same fold in memory is the oracle of the tests.
 * `Context` is what was fetched for a whole batch beforehand, such as keys.
 */
export interface Projection<Row, Context = unknown> {
  readonly name: string;
  /** The ids of the rows an event touches; none when it means nothing here. */
  touches(event: BroadsideEvent): string[];
  /** The rows there are, by id; left out where an event always makes a new row. */
  load?(client: ClientBase, ids: string[]): Promise<Map<string, Row>>;
  /** The row after the event; undefined leaves the table as it is. */
  evolve(row: Row | undefined, event: BroadsideEvent, id: string, context: Context): Row | undefined;
  /** Inserts or replaces rows, all in one statement. */
  save(client: ClientBase, rows: Row[]): Promise<void>;
}

/** The projections that share one set of checkpoints, and with them one schema. */
export interface ProjectionSet<Context = unknown> {
  /** The schema its tables and checkpoints are in. */
  readonly schema: string;
  /** A topic's consumer group is `<group>.<topic>`; dead letters go to `<group>.dlq.v1`. */
  readonly group: string;
  // Each projection's row type is its own affair.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly projections: readonly Projection<any, Context>[];
  /** Fetches what `evolve` needs for these events, in few queries; `client` is in the batch's transaction. */
  prepare(events: BroadsideEvent[], client: ClientBase): Promise<Context>;
}
