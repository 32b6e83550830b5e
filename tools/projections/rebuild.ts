import { setTimeout as delay } from 'node:timers/promises';
import { readEnds } from '#kafka/read-ends.js';
import { countMessages, countStored } from '#projection/count-stored.js';
import { resetProjection } from '#projection/reset-projection.js';
import { Fault } from '#tools/stack/fault.js';
import type { Pool } from 'pg';
import type { KnownSet } from './projection-sets.js';

export interface Rebuilding {
  set: KnownSet;
  /** A URL of the set's database. */
  pool: Pool;
  brokers: string[];
  stallSeconds: number;
  say(line: string): void;
}

const lookEveryMs = 200;
const sayEveryMs = 1_000;

/** Empties a set and waits until its consumers have folded everything that is in the topics now. @throws Fault if they do not. */
export async function rebuild({ set, pool, brokers, stallSeconds, say }: Rebuilding): Promise<void> {
  const ends = await readEnds(brokers, set.topics);
  const total = countMessages(ends);
  await resetProjection(pool, set.schema, set.tables);
  say(`${set.name} is emptied; its consumers fold ${total.toLocaleString('en')} messages`);
  let best = 0n;
  let [progressAt, saidAt] = [Date.now(), Date.now()];
  for (;;) {
    const done = await countStored(pool, set.schema, ends);
    if (done === total) return say('caught up');
    if (done > best) [best, progressAt] = [done, Date.now()];
    if (Date.now() - progressAt > stallSeconds * 1_000) {
      throw new Fault(
        `Waited ${stallSeconds} s for the consumers of ${set.name} to go on from ${best} of ${total} messages. ` +
          'Do they run? They go on by themselves; see how far with npm run projections -- status.',
      );
    }
    if (Date.now() - saidAt >= sayEveryMs) {
      saidAt = Date.now();
      say(`${done.toLocaleString('en')} of ${total.toLocaleString('en')}`);
    }
    await delay(lookEveryMs);
  }
}
