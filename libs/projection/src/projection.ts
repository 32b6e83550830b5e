import type { BroadsideEvent, EventType, OpenedEvent } from '#contracts/events.js';
import type { ClientBase, Pool } from 'pg';

/**
 * One table as a fold of events. `evolve` is pure, so that tests can compare the table with the same fold in memory.
 * `Context` is the data that was read for a whole batch beforehand, `Event` an event as the set opens it.
 */
export interface Projection<Row, Context = unknown, Event = OpenedEvent> {
  readonly name: string;
  /** The ids of the rows that an event changes; none if the event means nothing to this table. */
  rowIds(event: BroadsideEvent): string[];
  /** Whether an event always makes new rows, so that they are not looked up. */
  begins?(event: BroadsideEvent): boolean;
  /** Loads the existing rows, by id; absent if every event makes a new row. */
  load?(client: ClientBase, ids: string[]): Promise<Map<string, Row>>;
  /** The row after the event; undefined leaves the table as it is. */
  evolve(row: Row | undefined, event: Event, id: string, context: Context): Row | undefined;
  /**
   * Whether other partitions write its rows too. Such rows are saved after everything else of a batch and sent in one
   * write with the commit, so that no other partition waits for a further round trip of ours. `save` must then send all
   * its queries at once, and lock rows in one order whatever the batch.
   */
  readonly isShared?: true;
  /** Inserts or replaces rows, in one statement. */
  save(client: ClientBase, rows: Row[]): Promise<void>;
}

/** The data that a set has read for the events of a batch. */
export interface LoadedContext<Context, Event = OpenedEvent> {
  context: Context;
  /**
   * One of the events as the projections see it. @throws Error if this event cannot be opened; only this event is at
   * fault.
   */
  opened(event: BroadsideEvent): Event;
}

/** How a set handles a type it knows: its projections fold the event, or it is ignored. */
export type Handling = 'fold' | 'ignore';

/** A stream whose rows an older version may have written. */
export interface BehindStream {
  stream: string;
  partition: number;
  /** Of its rows, about. */
  bytes: number;
}

/** Projections that share one set of checkpoints and one schema. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- what its projections see is a set's own affair
export interface ProjectionSet<Context = unknown, Event = any> {
  /** The schema of its tables and checkpoints. */
  readonly schema: string;
  /** A topic's consumer group is `<group>.<topic>`; dead letters go to `<group>.dlq.v1`. */
  readonly group: string;
  // Each projection has a row type of its own.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly projections: readonly Projection<any, Context, Event>[];
  /** How it handles each type of the topics it reads. A type that is missing here belongs to a newer version. */
  readonly handling: Readonly<Partial<Record<EventType, Handling>>>;
  /**
   * How it handles a type that only a newer version knows. `park`: the stream waits for that version. `skip`: the
   * event is passed by and noted, later ones are applied, and that version folds the stream again from the topic. Each
   * row of such a set is made by the events of one stream alone.
   */
  readonly unknownTypes: 'park' | 'skip';
  /** Opens these events, and fetches what `evolve` needs, in few queries; `client` is in the batch's transaction. */
  loadContext(events: BroadsideEvent[], client: ClientBase): Promise<LoadedContext<Context, Event>>;
  /**
   * Called in each transaction in which rows that were folded in another one are written, before it: takes the locks
   * under which batches write such rows. `client` holds the partition's checkpoint.
   */
  beforeSaved?(client: ClientBase): Promise<void>;
  /**
   * Repairs what an older version of the projector may have left undone with rows it wrote. Called in a transaction
   * each time that partitions were assigned to this process; often there was no older version.
   */
  takeOver?(client: ClientBase): Promise<void>;
  /**
   * For fields that an older version does not know of events whose types it knows: rows that it wrote lack them, and only
   * the topic has them. Looked for after `takeOver`.
   */
  readonly behind?: {
    readonly topic: string;
    /** What is folded again; each row is made by the events of one stream alone. */
    readonly projections: readonly Projection<any, Context, Event>[]; // eslint-disable-line @typescript-eslint/no-explicit-any
    /** The streams whose rows an older version may have written. */
    find(pool: Pool): Promise<BehindStream[]>;
    /** Called in the transaction in which rows are replaced, after it. */
    whenSaved?(client: ClientBase): Promise<void>;
  };
}
