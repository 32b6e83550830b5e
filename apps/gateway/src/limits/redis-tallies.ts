import type { Redis } from '#redis/connect-redis.js';
import { Script } from '#redis/script.js';
import { attemptScript, correctScript } from './tally-scripts.js';
import { tallyMs, type Tally, type TallyStore } from './tally-store.js';

const attempt = new Script(attemptScript);
const correct = new Script(correctScript);
const keysOf = (each: readonly { key: string }[]) => each.map(({ key }) => key);

/** Tallies counted in Redis, for all replicas together; each operation is one script, and therefore atomic. */
export class RedisTallies implements TallyStore {
  constructor(private readonly redis: Redis) {}

  async attempt(tallies: readonly Tally[]): Promise<number> {
    const settings = tallies.flatMap(({ free, firstDelayMs, maxDelayMs }) => [free, firstDelayMs, maxDelayMs]);
    return (await attempt.run(this.redis, keysOf(tallies), [tallyMs, ...settings])) as number;
  }

  async correct(beginAnew: readonly Tally[], takeBack: readonly Tally[]): Promise<void> {
    await correct.run(this.redis, keysOf([...beginAnew, ...takeBack]), [beginAnew.length]);
  }
}
