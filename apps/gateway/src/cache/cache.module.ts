import { Module } from '@nestjs/common';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { Metrics } from '#process/metrics.js';
import { LOG } from '#process/service.module.js';
import { RedisLink } from '#redis/redis-link.js';
import { env } from '../env.js';
import { AnswerStore } from './answer-store.js';
import { CachedAnswers } from './cached-answers.js';
import { codeVersion } from './code-version.js';

const root = join(import.meta.dirname, '..', '..', '..', '..');

function cachedAnswers(log: Logger, metrics: Metrics): CachedAnswers {
  if (env.CACHE_ANSWERS === 'no') return new CachedAnswers(undefined);
  // A connection of its own, so that request counters do not wait behind large answers.
  const link = env.REDIS_URL === undefined ? undefined : new RedisLink(env.REDIS_URL, 'gateway-answers', log);
  return new CachedAnswers({
    store: link && new AnswerStore(link),
    code: codeVersion(root, env.COMMENT_NAMES),
    answered: metrics.counter('versioned_answers_total', 'Answers that have an ETag, by where they came from', [
      'from',
    ]),
  });
}

/** Answers that are the same for everybody; each is made once for a version of its rows. */
@Module({
  providers: [{ provide: CachedAnswers, inject: [LOG, Metrics], useFactory: cachedAnswers }],
  exports: [CachedAnswers],
})
export class CacheModule {}
