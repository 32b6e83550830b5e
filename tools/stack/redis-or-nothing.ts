import { Fault } from './fault.js';
import { findRedis } from './find-redis.js';
import { redisProcess, type Redis, type RedisOptions } from './redis.js';

export interface RedisSearch extends Omit<RedisOptions, 'command'> {
  /** The checkout. */
  root: string;
  say(line: string): void;
  signal?: AbortSignal | undefined;
}

/** A Redis to start. If none is available, prints that with what to do, and the rest works without it. */
export async function redisOrNothing({ root, say, signal, ...options }: RedisSearch): Promise<Redis | undefined> {
  try {
    return redisProcess({ ...options, command: await findRedis(root, say, signal) });
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    say(`${error.message} Going on without it: each gateway counts its limits by itself.`);
    return undefined;
  }
}
