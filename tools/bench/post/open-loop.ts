import { setTimeout as delay } from 'node:timers/promises';
import { withTimeout } from '#service/with-timeout.js';

export interface Pace {
  perSecond: number;
  seconds: number;
}

const lastWithinMs = 15_000;

/**
 * Sends at a steady pace, whether answers come or not, and gives the milliseconds from when each was due to its answer:
 * what an answer that is late makes wait counts as waited for, and what fails counts as waited for without end.
 */
export async function openLoop({ perSecond, seconds }: Pace, send: (n: number) => Promise<boolean>): Promise<number[]> {
  const begun = performance.now();
  const answers: Promise<number>[] = [];
  for (let n = 0; n < perSecond * seconds; n += 1) {
    const due = begun + (n * 1_000) / perSecond;
    const early = due - performance.now();
    if (early > 0) await delay(early);
    answers.push(send(n).then((succeeded) => (succeeded ? performance.now() - due : Infinity)));
    // Looked at once all are sent; until then a failure must not count as unhandled.
    answers.at(-1)?.catch(() => undefined);
  }
  return withTimeout(Promise.all(answers), lastWithinMs, 'the last of what was sent to be answered');
}
