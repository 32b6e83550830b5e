import type { Logger } from 'pino';
import { RedisLink } from '#redis/redis-link.js';
import type { Metrics } from '#process/metrics.js';
import type { TokenVerifier } from '#identity/tokens.js';
import { env } from '../env.js';
import { InProcessWindows } from './in-process-windows.js';
import { Limiter } from './limiter.js';
import { Limits } from './limits.js';
import { Subjects } from './subjects.js';

export function connectLimiter(log: Logger, metrics: Metrics): Limiter {
  const link = env.REDIS_URL === undefined ? undefined : new RedisLink(env.REDIS_URL, 'gateway', log);
  const limiter = new Limiter(link, env.LIMIT_WINDOW_SECONDS);
  metrics.gauge('redis_answers', '1 while Redis answers this process', [], (gauge) =>
    gauge.set(Number(limiter.isShared)),
  );
  return limiter;
}

export function makeLimits(limiter: Limiter, tokens: TokenVerifier, metrics: Metrics): Limits {
  return new Limits({
    limiter,
    tokens,
    subjects: new Subjects(env, env.ADDRESS_KEY_FILE),
    spared: new InProcessWindows(env.LIMIT_WINDOW_SECONDS * 1_000),
    refused: metrics.counter('limited_requests_total', 'Requests answered 429, by kind', ['kind']),
  });
}
