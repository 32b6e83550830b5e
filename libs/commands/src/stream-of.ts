import type { DomainEvent } from '#contracts/envelope.js';
import type { TopicName } from '#contracts/topics.js';

/** The state of a stream, and its version; 0 for a stream without events. */
export interface StreamNow<State> {
  state: State;
  version: number;
}

/** The outcome of a decision: the events, in clear, and the state and version after them. */
export interface Decided<State, Event> extends StreamNow<State> {
  events: Event[];
}

/** A stream to decide on, and how its state is read. */
export interface StreamOf<State, Before extends StreamNow<State> = StreamNow<State>, Client = unknown> {
  stream: string;
  topic: TopicName;
  /** The Kafka key of its messages, which keeps them in order; if left out, the key of the stream's first event. */
  key?: string;
  /** Whether the stream's name was made for this command. It can have no events, so nothing is read. */
  isNew?: boolean;
  /** The owner of the object, for commands that are only for one's own. */
  ownerOf?(state: State): string | undefined;
  /** A stored fold of the state, kept in the events' transaction. Without it all events are read and folded. */
  kept?: {
    read(client: Client): Promise<Before>;
    /** @param stored the events as they are stored @param at ISO 8601 */
    keep(client: Client, before: Before, stored: DomainEvent[], at: string): Promise<void>;
  };
}
