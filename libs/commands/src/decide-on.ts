import type { DomainEvent } from '#contracts/envelope.js';
import { fold, type Decider } from '#decider/decider.js';
import type { EventMetadata } from '#event-store/event-store.js';
import type { SealingTransaction } from '#keyring/sealing-event-store.js';
import { pipelined } from '#postgres/pipelined.js';
import { requireUnchanged, type Seen } from './require-unchanged.js';
import type { Decided, StreamNow, StreamOf } from './stream-of.js';

/** A command for a stream, with all that is needed to decide on it. */
export interface Decision<State, Command, Event, Fact, Before extends StreamNow<State>, Client> {
  of: StreamOf<State, Before, Client>;
  decider: Decider<State, Command, Event, Fact>;
  /** The command, or a function that makes it from facts that are read or reserved in the same transaction. */
  command: Command | ((transaction: SealingTransaction<Client>, before: Before) => Promise<Command> | Command);
  /** Checks that the caller may change this, before it is told what others changed. @throws Rejection */
  check?(state: State): void;
  /** The version that whoever decides has read. Without it they decide on whatever is so now. */
  seen?: Seen | undefined;
  /** The owner whose key is created after the decision: a person or range that begins with this command. */
  newKeyFor?: string;
}

/** A decision and the queries that store it. They are sent already; the caller must await them together. */
export interface Storing<State, Event> {
  decided: Decided<State, Event>;
  stored: Promise<unknown>[];
}

/** Reads a stream, decides, and starts to append without waiting for it. @throws Rejection of the decider; ChangedMeanwhile; KeyMissing */
export async function decideOn<
  State,
  Command,
  Event extends DomainEvent,
  Fact,
  Before extends StreamNow<State>,
  Client,
>(
  transaction: SealingTransaction<Client>,
  decision: Decision<State, Command, Event, Fact, Before, Client>,
  metadata: EventMetadata,
): Promise<Storing<State, Event>> {
  const { of, decider, newKeyFor } = decision;
  const { before, key } = await readBefore(transaction, decision);
  decision.check?.(before.state);
  if (decision.seen) await requireUnchanged(transaction, of.stream, before.version, decision.seen);
  const command = await commandOf(transaction, decision, before);
  const events = decider.decide(command, before.state);
  const { version } = before;
  const state = (events as unknown as Fact[]).reduce((now, fact) => decider.evolve(now, fact), before.state);
  const decided = { events, state, version: version + events.length };
  if (events.length === 0) return { decided, stored: [] };
  if (newKeyFor !== undefined) await transaction.makeKeys([newKeyFor]);
  if (key === undefined) throw new Error(`nothing says what ${of.stream} is keyed by`);
  const append = { stream: of.stream, expectedVersion: version, topic: of.topic, key, events };
  const appended = transaction.append([append], metadata);
  if (!of.kept) return { decided, stored: [appended] };
  const kept = of.kept.keep(transaction.client, before, transaction.stored(events), metadata.recordedAt);
  return { decided, stored: [appended, kept] };
}

/** Like {@link decideOn}, and waits until everything is stored. */
export async function decideIn<
  State,
  Command,
  Event extends DomainEvent,
  Fact,
  Before extends StreamNow<State>,
  Client,
>(
  transaction: SealingTransaction<Client>,
  decision: Decision<State, Command, Event, Fact, Before, Client>,
  metadata: EventMetadata,
): Promise<Decided<State, Event>> {
  const { decided, stored } = await decideOn(transaction, decision, metadata);
  await pipelined(stored);
  return decided;
}

async function readBefore<State, Command, Event, Fact, Before extends StreamNow<State>, Client>(
  transaction: SealingTransaction<Client>,
  { of, decider }: Decision<State, Command, Event, Fact, Before, Client>,
): Promise<{ before: Before; key: string | undefined }> {
  const { stream, key, isNew, kept } = of;
  if (kept) return { before: await kept.read(transaction.client), key };
  const past = isNew ? [] : await transaction.readStream(stream);
  const before = { state: fold(decider, past as unknown as Fact[]), version: past.length };
  return { before: before as Before, key: key ?? past[0]?.key };
}

async function commandOf<State, Command, Event, Fact, Before extends StreamNow<State>, Client>(
  transaction: SealingTransaction<Client>,
  { command }: Decision<State, Command, Event, Fact, Before, Client>,
  before: Before,
): Promise<Command> {
  if (typeof command !== 'function') return command;
  const make = command as (transaction: SealingTransaction<Client>, before: Before) => Promise<Command> | Command;
  return make(transaction, before);
}
