import type { DomainEvent } from '#contracts/envelope.js';
import type { TopicName } from '#contracts/topics.js';

/** What a stream has come to, and its version; 0 where there is none. */
export interface StreamNow<State> {
  state: State;
  version: number;
}

/** What was decided on a stream: the events, in clear, and what the stream has come to by them. */
export interface Decided<State, Event> extends StreamNow<State> {
  events: Event[];
}

/** A stream to decide on, and how it is known what it has come to. */
export interface StreamOf<State, Before extends StreamNow<State> = StreamNow<State>, Client = unknown> {
  stream: string;
  topic: TopicName;
  /** What its messages are kept in order with; left out where the first event of the stream says. */
  key?: string;
  /** It cannot have a past, for its name was made for this command: nothing is read. */
  isNew?: boolean;
  /** Whose it is, for commands that are for one's own. */
  ownerOf?(state: State): string | undefined;
  /** What is kept beside the events, in their transaction. Without it all events are read and folded. */
  kept?: {
    read(client: Client): Promise<Before>;
    /** @param stored the events as they are stored @param at ISO 8601 */
    keep(client: Client, before: Before, stored: DomainEvent[], at: string): Promise<void>;
  };
}
