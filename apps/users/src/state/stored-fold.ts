import type { DomainEvent } from '#contracts/envelope.js';
import type { ClientBase } from 'pg';

/**
 * A fold whose state is stored in a row for each stream, so that decisions on a long stream take no longer than on a short
 * one.
 */
export interface StoredFold<State, Event extends DomainEvent> {
  /** Change the name whenever `evolve` gives another state than before: rows with the old name are ignored. */
  readonly name: string;
  readonly initialState: State;
  evolve(state: State, event: Event): State;
  /** Writes other rows for events from before these rows existed, when they are folded late. */
  foldedLate?(client: ClientBase, events: Event[]): Promise<void>;
}
