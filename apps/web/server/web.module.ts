import { Inject, Module } from '@nestjs/common';
import { HealthChecks } from '#process/health-checks.js';
import { env } from './env.js';
import { awaitGateway } from './gateway-answered.js';

/** The site's server: what SvelteKit does not do. */
@Module({})
export class WebModule {
  constructor(@Inject(HealthChecks) health: HealthChecks) {
    health.register('gateway', awaitGateway(env.GATEWAY_URL));
  }
}
