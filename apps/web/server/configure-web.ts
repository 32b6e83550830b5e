import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import { env } from './env.js';
import { passThrough, passedThrough } from './pass-through.js';
import { sitePages } from './site-pages.js';

/** Serves the gateway's API by passing it through, and the site's pages for every other address. */
export async function configureWeb(app: NestFastifyApplication, log: Logger): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  const pass = passThrough(env.GATEWAY_URL, log);
  const show = await sitePages();
  // Hijacked before the body is parsed: it goes on as it comes.
  for (const url of passedThrough) {
    fastify.all(url, {
      onRequest: (request, reply) => {
        reply.hijack();
        pass(request, reply.raw);
        return Promise.resolve();
      },
      handler: () => undefined,
    });
  }
  fastify.all('/*', {
    onRequest: (request, reply) => {
      reply.hijack();
      show(request, reply.raw);
      return Promise.resolve();
    },
    handler: () => undefined,
  });
}
