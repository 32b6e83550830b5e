import { deepStrictEqual, fail, ok } from 'node:assert/strict';
import { fold, Rejection, type Decider } from './decider.js';

/**
 * A decision's test as a sentence: `given(decider, past).when(command).then([event])`, or `.thenRejected('CommentsClosed')`.
 * @throws AssertionError when it does not hold.
 */
export function given<State, Command, Event>(decider: Decider<State, Command, Event>, past: Event[]) {
  return {
    when(command: Command) {
      const decide = () => decider.decide(command, fold(decider, past));
      return {
        then(expected: Event[]) {
          deepStrictEqual(decide(), expected);
        },
        thenRejected(rule: string) {
          let events: Event[];
          try {
            events = decide();
          } catch (error) {
            ok(error instanceof Rejection, error as Error);
            deepStrictEqual(error.rule, rule);
            return;
          }
          fail(`expected ${rule}, got ${JSON.stringify(events)}`);
        },
      };
    },
  };
}
