/**
 * The rules of one kind of stream: pure functions without clock, ids or I/O.
 * `decide` gives the events a command leads to (none when nothing changes) or throws a {@link Rejection}.
 */
export interface Decider<State, Command, Event> {
  readonly initialState: State;
  evolve(state: State, event: Event): State;
  decide(command: Command, state: State): Event[];
}

/** A rule that was broken, by its name; the state stays as it is. */
export class Rejection extends Error {
  constructor(
    readonly rule: string,
    message: string,
  ) {
    super(message);
    this.name = rule;
  }
}

export const fold = <State, Event>(
  decider: Pick<Decider<State, never, Event>, 'initialState' | 'evolve'>,
  events: Iterable<Event>,
): State => {
  let state = decider.initialState;
  for (const event of events) state = decider.evolve(state, event);
  return state;
};
