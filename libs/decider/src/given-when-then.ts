import { deepStrictEqual, fail, ok } from 'node:assert/strict';
import { fold, type Decider } from './decider.js';
import { Rejection, type Refusal } from './rejection.js';

/**
 * A decision's test as a sentence: `given(decider, past).when(command).then([event])`, or
 * `.thenRejected('CommentsClosed', 'forbidden')`.
 * @throws AssertionError when it does not hold.
 */
export function given<State, Command, Event, Fact>(decider: Decider<State, Command, Event, Fact>, past: Fact[]) {
  return {
    when(command: Command) {
      const decide = () => decider.decide(command, fold(decider, past));
      return {
        then(expected: Event[]) {
          deepStrictEqual(decide(), expected);
        },
        thenRejected(rule: string, kind?: Refusal['kind']) {
          let events: Event[];
          try {
            events = decide();
          } catch (error) {
            ok(error instanceof Rejection, error as Error);
            deepStrictEqual([error.rule, error.refusal.kind], [rule, kind ?? error.refusal.kind]);
            return;
          }
          fail(`expected ${rule}, got ${JSON.stringify(events)}`);
        },
      };
    },
  };
}
