import type { DomainEvent } from '#contracts/envelope.js';
import { VersionConflict, type EventMetadata, type IdempotencyKey } from '#event-store/event-store.js';
import type { SealingEventStore, SealingTransaction } from '#keyring/sealing-event-store.js';
import { pipelined } from '#postgres/pipelined.js';
import { decideOn, type Decision } from './decide-on.js';
import type { Decided, StreamNow } from './stream-of.js';

export interface CommandHandling<
  State,
  Command,
  Event,
  Fact,
  Before extends StreamNow<State>,
  Answer,
  Client,
> extends Decision<State, Command, Event, Fact, Before, Client> {
  idempotency: IdempotencyKey;
  metadata: EventMetadata;
  /** The owners whose keys the events need, besides a new one; fetched before the transaction. */
  sealedFor?: readonly string[];
  /** Work in the same transaction, after the decision: other streams, reservations. */
  alongside?(transaction: SealingTransaction<Client>, decided: Decided<State, Event>): Promise<void>;
  answer(decided: Decided<State, Event>): Answer;
}

const maxAttempts = 100;

/**
 * Decides on a stream, appends the events and stores the answer in one transaction. If another writer was first, it decides
 * again on the new state. If the command starts a stream and needs nothing else, a single statement does all this. A
 * repeated command gets the first answer.
 * @throws Rejection of the decider; IdempotencyKeyReused; VersionConflict after 100 lost races.
 */
export async function handleCommand<
  State,
  Command,
  Event extends DomainEvent,
  Fact,
  Before extends StreamNow<State>,
  Answer,
  Client,
>(
  store: SealingEventStore<Client>,
  handling: CommandHandling<State, Command, Event, Fact, Before, Answer, Client>,
): Promise<{ answer: Answer; repeated: boolean }> {
  const { of, command, alongside, newKeyFor, sealedFor = [] } = handling;
  if (of.isNew && !of.kept && !alongside && newKeyFor === undefined && typeof command !== 'function') {
    return startStream(store, { ...handling, command });
  }
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await store.transact((transaction) => decideAndAppend(transaction, handling), { sealedFor });
    } catch (error) {
      if (!(error instanceof VersionConflict) || attempt === maxAttempts) throw error;
    }
  }
}

async function decideAndAppend<
  State,
  Command,
  Event extends DomainEvent,
  Fact,
  Before extends StreamNow<State>,
  Answer,
  Client,
>(
  transaction: SealingTransaction<Client>,
  handling: CommandHandling<State, Command, Event, Fact, Before, Answer, Client>,
): Promise<{ answer: Answer; repeated: boolean }> {
  const { idempotency, metadata, alongside } = handling;
  const known = await transaction.claimCommand<Answer>(idempotency);
  if (known !== undefined) return { answer: known, repeated: true };
  const { decided, stored } = await decideOn(transaction, handling, metadata);
  // Queries that do not depend on each other are pipelined.
  if (alongside) await pipelined([...stored, alongside(transaction, decided)]);
  const answer = handling.answer(decided);
  await pipelined([...stored, transaction.storeAnswer(idempotency, answer)]);
  return { answer, repeated: false };
}

/** Starts a stream in one statement. If the command is refused now, a repetition still gets the first answer. */
async function startStream<
  State,
  Command,
  Event extends DomainEvent,
  Fact,
  Before extends StreamNow<State>,
  Answer,
  Client,
>(
  store: SealingEventStore<Client>,
  handling: CommandHandling<State, Command, Event, Fact, Before, Answer, Client> & { command: Command },
): Promise<{ answer: Answer; repeated: boolean }> {
  const { of, decider, command, idempotency, metadata, sealedFor = [] } = handling;
  let events: Event[];
  try {
    events = decider.decide(command, decider.initialState);
  } catch (refusal) {
    const known = await store.recall<Answer>(idempotency);
    if (known === undefined) throw refusal;
    return { answer: known, repeated: true };
  }
  const state = (events as unknown as Fact[]).reduce((now, fact) => decider.evolve(now, fact), decider.initialState);
  const answer = handling.answer({ events, state, version: events.length });
  const { stream, topic, key = '' } = of;
  const start = { start: { stream, topic, key, events }, metadata, idempotency, answer };
  const given = await store.startStream(start, await store.keysOf(sealedFor));
  // The store returns our own object, unless the key was used before.
  return { answer: given, repeated: given !== answer };
}
