import type { DomainEvent } from '#contracts/envelope.js';
import type { TopicName } from '#contracts/topics.js';
import { inOneGo } from '#postgres/in-one-go.js';
import { fold, type Decider } from '#decider/decider.js';
import {
  VersionConflict,
  type EventMetadata,
  type EventStore,
  type IdempotencyKey,
  type StoreTransaction,
} from './event-store.js';

export interface CommandHandling<State, Command, Event extends DomainEvent, Answer, Client> {
  stream: string;
  /** The stream cannot have a past, its number was drawn for this command: nothing is read. */
  isNew?: boolean;
  /** What the stream has come to and its version, where that is known without reading all of it. */
  stateOf?(transaction: StoreTransaction<Client>): Promise<{ state: State; version: number }>;
  topic: TopicName;
  key: string;
  decider: Decider<State, Command, Event>;
  /** The command, or how to make it from facts that must be read in the same transaction. */
  command: Command | ((transaction: StoreTransaction<Client>) => Promise<Command>);
  idempotency: IdempotencyKey;
  metadata: EventMetadata;
  /** What must hold in the same transaction besides the events: reservations, look-ups. */
  alongside?(transaction: StoreTransaction<Client>, events: Event[]): Promise<void>;
  answer(version: number): Answer;
}

const mostAttempts = 100;

/**
 * Reads the stream, decides, appends and remembers the answer in one transaction; when another writer was first, decides
 * again on the new state. A repeated command gets the first answer.
 * @throws Rejection of the decider; IdempotencyKeyReused; VersionConflict after 100 lost races.
 */
export async function handleCommand<State, Command, Event extends DomainEvent, Answer, Client>(
  store: EventStore<Client>,
  handling: CommandHandling<State, Command, Event, Answer, Client>,
): Promise<Answer> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await store.transact((transaction) => decideAndAppend(transaction, handling));
    } catch (error) {
      if (!(error instanceof VersionConflict) || attempt === mostAttempts) throw error;
    }
  }
}

async function decideAndAppend<State, Command, Event extends DomainEvent, Answer, Client>(
  transaction: StoreTransaction<Client>,
  handling: CommandHandling<State, Command, Event, Answer, Client>,
): Promise<Answer> {
  const { stream, topic, key, decider, idempotency, metadata } = handling;
  const known = await transaction.claimCommand<Answer>(idempotency);
  if (known !== undefined) return known;
  const { state, version } = await stateBefore(transaction, handling);
  const command =
    typeof handling.command === 'function'
      ? await (handling.command as (transaction: StoreTransaction<Client>) => Promise<Command>)(transaction)
      : handling.command;
  const events = decider.decide(command, state);
  const appended = transaction.append([{ stream, expectedVersion: version, topic, key, events }], metadata);
  // What does not hang on each other goes out at once; an answer may hang on what was done alongside.
  if (handling.alongside) await inOneGo([appended, handling.alongside(transaction, events)]);
  const answer = handling.answer(version + events.length);
  await inOneGo([appended, transaction.rememberAnswer(idempotency, answer)]);
  return answer;
}

async function stateBefore<State, Command, Event extends DomainEvent, Answer, Client>(
  transaction: StoreTransaction<Client>,
  { stream, isNew, stateOf, decider }: CommandHandling<State, Command, Event, Answer, Client>,
): Promise<{ state: State; version: number }> {
  if (isNew) return { state: decider.initialState, version: 0 };
  if (stateOf) return stateOf(transaction);
  const past = await transaction.readStream(stream);
  return { state: fold(decider, past as unknown as Event[]), version: past.length };
}
