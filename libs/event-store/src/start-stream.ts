import type { DomainEvent } from '#contracts/envelope.js';
import type { TopicName } from '#contracts/topics.js';
import type { Decider } from '#decider/decider.js';
import type { EventMetadata, EventStore, IdempotencyKey } from './event-store.js';

export interface StreamStarting<State, Command, Event extends DomainEvent, Answer> {
  /** Named for this command, so that it has no past. */
  stream: string;
  topic: TopicName;
  key: string;
  decider: Decider<State, Command, Event>;
  /** The command, made of what is known outside of the store. It may refuse. */
  command: () => Promise<Command> | Command;
  idempotency: IdempotencyKey;
  metadata: EventMetadata;
  answer(version: number): Answer;
}

/**
 * Decides on a stream of which nothing has to be read, and begins it; a repeated command gets the first answer, also
 * where it would be refused by now.
 * @throws Rejection of the decider; what `command` throws; IdempotencyKeyReused; EventTooLarge.
 */
export async function startStream<State, Command, Event extends DomainEvent, Answer, Client>(
  store: EventStore<Client>,
  starting: StreamStarting<State, Command, Event, Answer>,
): Promise<Answer> {
  const { stream, topic, key, decider, idempotency, metadata } = starting;
  let events: Event[];
  try {
    events = decider.decide(await starting.command(), decider.initialState);
  } catch (refusal) {
    const known = await store.recall<Answer>(idempotency);
    if (known === undefined) throw refusal;
    return known;
  }
  const answer = starting.answer(events.length);
  return store.startStream({ start: { stream, topic, key, events }, metadata, idempotency, answer });
}
