import { createHash } from 'node:crypto';
import type { Redis } from './connect-redis.js';

/** A Lua script. It is sent once to each server, and named by its hash from then on. */
export class Script {
  private readonly sha: string;

  constructor(private readonly source: string) {
    this.sha = createHash('sha1').update(source).digest('hex');
  }

  async run(redis: Redis, keys: string[], args: (string | number)[]): Promise<unknown> {
    const asked = { keys, arguments: args.map(String) };
    try {
      return await redis.evalSha(this.sha, asked);
    } catch (error) {
      if (!(error as Error).message.startsWith('NOSCRIPT')) throw error;
      return redis.eval(this.source, asked);
    }
  }
}
