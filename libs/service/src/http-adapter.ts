import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { bodyBytes, bytesOfRoute } from './body-limits.js';
import { boundConnections } from './bound-connections.js';
import { endUnread } from './end-unread.js';
import { Problem } from './problem.js';
import { sendProblem } from './problem.filter.js';
import { refuseUnreadable } from './refuse-unreadable.js';

/** Milliseconds in which a request's headers must have come, from its connection's first moment on; 408 then. */
export const headersMs = 10_000;

/** Milliseconds in which a request must have come with its body; 408 then. */
export const requestMs = 30_000;

/** Milliseconds for which an idle connection is kept: longer than proxies keep theirs (60 s), so that they end it and not we. */
export const keepAliveMs = 72_000;

export interface HttpOptions {
  log: Logger;
  /** Bytes; 64 KiB unless said. */
  bodyLimit?: number | undefined;
  /** Proxies that say whom a request is from; none unless said. */
  trustProxy?: string[] | undefined;
  /** Milliseconds, in place of the usual. */
  times?: { headersMs: number; requestMs: number };
}

/** HTTP as every service speaks it: with an end to every wait, and a problem document for what is no request. */
export function httpAdapter({ log, bodyLimit = bodyBytes, trustProxy = [], times }: HttpOptions): FastifyAdapter {
  const { headersMs: headersTimeout, requestMs: requestTimeout } = times ?? { headersMs, requestMs };
  const adapter = new FastifyAdapter({
    bodyLimit,
    trustProxy: trustProxy.length > 0 ? trustProxy : false,
    exposeHeadRoutes: false,
    // What still comes over a connection while the server is left is answered as ever.
    return503OnClosing: false,
    requestTimeout,
    keepAliveTimeout: keepAliveMs,
    http: { headersTimeout, connectionsCheckingInterval: Math.min(1_000, headersTimeout / 4) },
    clientErrorHandler: refuseUnreadable,
    // What a path names may be in any script, three characters a byte and more; 100 would cut names off.
    routerOptions: { maxParamLength: 1_000 },
    // What Fastify refuses before it looks for a route, such as a path that is not UTF-8.
    frameworkErrors: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
      const status = error.statusCode ?? 500;
      const problem = new Problem(status, { detail: 'The address is not well-formed.' });
      sendProblem(reply, problem, error, log, request);
    },
  });
  const fastify = adapter.getInstance();
  endUnread(fastify);
  boundConnections(fastify.server, { trusted: trustProxy });
  fastify.addHook('onRoute', (route) => {
    route.bodyLimit = bytesOfRoute(route.url) ?? bodyLimit;
  });
  return adapter;
}
