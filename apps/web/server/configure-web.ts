import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import { env } from './env.js';
import { passThrough } from './pass-through.js';
import { handOver } from './routes.js';
import { sitePages } from './site-pages.js';

/** Serves the gateway's API by passing it through, and the site's pages for every other address. */
export async function configureWeb(app: NestFastifyApplication, log: Logger): Promise<void> {
  const { GATEWAY_URL: gateways, TRUSTED_PROXIES: trusted } = env;
  const pass = passThrough({ gateways, trusted, log });
  handOver(app.getHttpAdapter().getInstance(), { pass, show: await sitePages(trusted) });
}
