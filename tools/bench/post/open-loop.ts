import { setTimeout as delay } from 'node:timers/promises';
import { withTimeout } from '#process/with-timeout.js';

export interface Pace {
  perSecond: number;
  seconds: number;
}

export interface Clock {
  /** Milliseconds, monotonic. */
  now(): number;
  delay(ms: number): Promise<unknown>;
}

const realClock: Clock = { now: () => performance.now(), delay: (ms) => delay(ms) };

const lastWithinMs = 15_000;

/**
 * Sends at a steady pace, whether answers come or not, and gives the milliseconds from when each was due to its answer:
 * what an answer that is late makes wait counts as waited for, and what fails counts as waited for without end.
 */
export async function openLoop(
  { perSecond, seconds }: Pace,
  send: (n: number) => Promise<boolean>,
  clock = realClock,
): Promise<number[]> {
  const begun = clock.now();
  const answers: Promise<number>[] = [];
  for (let n = 0; n < perSecond * seconds; n += 1) {
    const due = begun + (n * 1_000) / perSecond;
    const early = due - clock.now();
    if (early > 0) await clock.delay(early);
    answers.push(send(n).then((succeeded) => (succeeded ? clock.now() - due : Infinity)));
    // Looked at once all are sent; until then a failure must not count as unhandled.
    answers.at(-1)?.catch(() => undefined);
  }
  return withTimeout(Promise.all(answers), lastWithinMs, 'the last of what was sent to be answered');
}
