import type { Redis } from '#redis/connect-redis.js';
import { Script } from '#redis/script.js';
import { type LimitStore, type Tally, type Taken, tallyMs, type Window } from './limit-store.js';
import { attemptScript, correctScript, takeScript } from './redis-scripts.js';

const take = new Script(takeScript);
const attempt = new Script(attemptScript);
const correct = new Script(correctScript);
const keysOf = (each: readonly { key: string }[]) => each.map(({ key }) => key);

/** Counted in Redis, for all replicas together; each operation is one script, and so atomic. */
export class RedisLimitStore implements LimitStore {
  constructor(private readonly redis: Redis) {}

  async take(windows: readonly Window[], spanMs: number): Promise<Taken> {
    const limits = windows.map(({ limit }) => limit);
    const [granted = 0, ...numbers] = (await take.run(this.redis, keysOf(windows), [spanMs, ...limits])) as number[];
    const standings = windows.map(({ limit }, index) => ({
      limit,
      remaining: Math.max(0, (numbers[2 * index] ?? 0) - granted),
      resetMs: numbers[2 * index + 1] ?? 0,
    }));
    return { granted: granted === 1, standings };
  }

  async attempt(tallies: readonly Tally[]): Promise<number> {
    const settings = tallies.flatMap(({ free, firstDelayMs, mostDelayMs }) => [free, firstDelayMs, mostDelayMs]);
    return (await attempt.run(this.redis, keysOf(tallies), [tallyMs, ...settings])) as number;
  }

  async correct(beginAnew: readonly Tally[], takeBack: readonly Tally[]): Promise<void> {
    await correct.run(this.redis, keysOf([...beginAnew, ...takeBack]), [beginAnew.length]);
  }
}
