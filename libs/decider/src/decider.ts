/**
 * The rules of one kind of stream: pure functions without clock, ids or I/O. `decide` takes a command with its texts in
 * clear. It returns the events that the command leads to (none when nothing changes), or throws a {@link Rejection}.
 * `evolve` gets only the facts of an event, nothing personal, so that an erasure changes no decision.
 */
export interface Decider<State, Command, Event, Fact = Event> {
  readonly initialState: State;
  evolve(state: State, fact: Fact): State;
  decide(command: Command, state: State): Event[];
}

/** The state after these facts, from the first one on. */
export const fold = <State, Fact>(
  decider: Pick<Decider<State, never, unknown, Fact>, 'initialState' | 'evolve'>,
  facts: Iterable<Fact>,
): State => {
  let state = decider.initialState;
  for (const fact of facts) state = decider.evolve(state, fact);
  return state;
};
