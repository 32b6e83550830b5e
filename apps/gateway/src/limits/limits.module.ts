import { Module } from '@nestjs/common';
import { TokenVerifier } from '#identity/tokens.js';
import { Metrics } from '#process/metrics.js';
import { LOG } from '#process/service.module.js';
import { CallersModule } from '../callers/callers.module.js';
import { connectLimiter, makeLimits } from './connect-limits.js';
import { Limiter } from './limiter.js';
import { Limits } from './limits.js';

/** Limits of requests and of failed sign-ins. */
@Module({
  imports: [CallersModule],
  providers: [
    { provide: Limiter, useFactory: connectLimiter, inject: [LOG, Metrics] },
    { provide: Limits, useFactory: makeLimits, inject: [Limiter, TokenVerifier, Metrics] },
  ],
})
export class LimitsModule {}
