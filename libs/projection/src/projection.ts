import type { BroadsideEvent, EventType, OpenedEvent } from '#contracts/events.js';
import type { ClientBase } from 'pg';

/**
 * One table kept as a fold of events. `evolve` is pure, so that the same fold in memory is the oracle of the tests.
 * `Context` is what was fetched for a whole batch beforehand, `Event` an event as the set opens it.
 */
export interface Projection<Row, Context = unknown, Event = OpenedEvent> {
  readonly name: string;
  /** The ids of the rows an event touches; none when it means nothing here. */
  touches(event: BroadsideEvent): string[];
  /** Whether an event makes new rows, which are not looked for. */
  begins?(event: BroadsideEvent): boolean;
  /** The rows there are, by id; left out where an event always makes a new row. */
  load?(client: ClientBase, ids: string[]): Promise<Map<string, Row>>;
  /** The row after the event; undefined leaves the table as it is. */
  evolve(row: Row | undefined, event: Event, id: string, context: Context): Row | undefined;
  /**
   * Whether other partitions write its rows too. They are saved behind everything else of a batch and sent in one write with
   * its commit, so that nobody waits for our next round trip. `save` then asks all it asks at once, and locks rows in one
   * order whatever the batch.
   */
  readonly isShared?: true;
  /** Inserts or replaces rows, all in one statement. */
  save(client: ClientBase, rows: Row[]): Promise<void>;
}

/** What a set has fetched for the events of a batch. */
export interface Prepared<Context, Event = OpenedEvent> {
  context: Context;
  /** One of the events as the projections see it. @throws Error why it cannot be seen: that event is at fault alone. */
  opened(event: BroadsideEvent): Event;
}

/** What a set does with an event of a type it knows: gives it to its projections, or passes it by. */
export type Handling = 'fold' | 'ignore';

/** The projections that share one set of checkpoints, and with them one schema. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- what its projections see is a set's own affair
export interface ProjectionSet<Context = unknown, Event = any> {
  /** The schema its tables and checkpoints are in. */
  readonly schema: string;
  /** A topic's consumer group is `<group>.<topic>`; dead letters go to `<group>.dlq.v1`. */
  readonly group: string;
  // Each projection's row type is its own affair.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly projections: readonly Projection<any, Context, Event>[];
  /** What it does with each type of the topics it reads. A type that is not named here is of a newer version. */
  readonly handling: Readonly<Partial<Record<EventType, Handling>>>;
  /**
   * What becomes of an event of a type that only a newer version knows. `park`: its stream waits for that version. `go on`:
   * the event is passed by and noted, later ones are applied, and that version folds the stream again from the topic; each
   * row of such a set is made by the events of one stream alone.
   */
  readonly unknownTypes: 'park' | 'go on';
  /** Opens these events, and fetches what `evolve` needs, in few queries; `client` is in the batch's transaction. */
  prepare(events: BroadsideEvent[], client: ClientBase): Promise<Prepared<Context, Event>>;
  /**
   * Makes good what an older version of the projector may have left undone with rows it wrote. Called in a transaction each
   * time that partitions were assigned to this process; often there was no older version.
   */
  takeOver?(client: ClientBase): Promise<void>;
}
