import type { DomainEvent } from '#contracts/envelope.js';
import type { ClientBase } from 'pg';

/** A fold whose outcome is kept in a row for each stream, so that a long stream is decided on as quickly as a short one. */
export interface KeptFold<State, Event extends DomainEvent> {
  /** Another name whenever `evolve` gives another state than before: rows of the old name are not looked at again. */
  readonly name: string;
  readonly initialState: State;
  evolve(state: State, event: Event): State;
  /** What else an event leaves in rows, where it is folded only now: written before rows were. */
  foldedLate?(client: ClientBase, events: Event[]): Promise<void>;
}
