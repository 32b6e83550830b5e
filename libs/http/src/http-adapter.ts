import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { Network } from '#contracts/people/network.js';
import { bodyBytes, bytesOfRoute } from './body-limits.js';
import { boundConnections } from './bound-connections.js';
import { tellClientAddress } from './client-address.js';
import { endUnread } from './end-unread.js';
import { parseJson } from './json-bodies.js';
import { Problem } from './problem.js';
import { sendProblem } from './problem.filter.js';
import { refuseOddities } from './refuse-oddities.js';
import { refuseUnreadable } from './refuse-unreadable.js';

/** Milliseconds in which a request's headers must arrive, from the start of the connection; 408 beyond. */
export const headersMs = 10_000;

/** Milliseconds in which a request must arrive with its body; 408 beyond. */
export const requestMs = 30_000;

/**
 * Milliseconds for which an idle connection is kept: longer than proxies keep theirs (60 s), so that they close it and not
 * we.
 */
export const keepAliveMs = 72_000;

/** Characters of a path parameter, unescaped; 414 beyond. Fastify's 100 would cut off names in some scripts. */
export const longestPathPart = 1_000;

export interface HttpOptions {
  log: Logger;
  /** Bytes; 64 KiB unless said. */
  bodyLimit?: number | undefined;
  /** Proxies whose X-Forwarded-For is trusted; none by default. */
  trustProxy?: readonly Network[] | undefined;
  /** Milliseconds, in place of the defaults. */
  times?: { headersMs: number; requestMs: number };
}

/** Nest would add a parser for forms, and a JSON parser that accepts any bytes. */
class JsonAdapter extends FastifyAdapter {
  override registerParserMiddleware(): void {
    // The existing parsers stay: see `parseJson`.
  }
}

/** HTTP as every service serves it: every wait has a limit, and an invalid request gets a problem document. */
export function httpAdapter({ log, bodyLimit = bodyBytes, trustProxy = [], times }: HttpOptions): FastifyAdapter {
  const { headersMs: headersTimeout, requestMs: requestTimeout } = times ?? { headersMs, requestMs };
  const adapter = new JsonAdapter({
    bodyLimit,
    exposeHeadRoutes: true,
    // Requests that still arrive on a connection during the shutdown are answered as usual.
    return503OnClosing: false,
    requestTimeout,
    keepAliveTimeout: keepAliveMs,
    http: {
      headersTimeout,
      connectionsCheckingInterval: Math.min(1_000, headersTimeout / 4),
      // Node's own answer has no body.
      requireHostHeader: false,
    },
    clientErrorHandler: refuseUnreadable,
    routerOptions: { maxParamLength: longestPathPart },
    // What Fastify refuses before it looks for a route, such as a path that is not UTF-8.
    frameworkErrors: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
      const status = error.statusCode ?? 500;
      const detail = status === 414 ? 'A part of the address is too long.' : 'The address is not well-formed.';
      const problem = new Problem(status, { detail });
      sendProblem(reply, problem, error, log, request);
    },
  });
  const fastify = adapter.getInstance();
  parseJson(fastify);
  endUnread(fastify);
  refuseOddities(fastify);
  tellClientAddress(fastify, trustProxy);
  boundConnections(fastify.server, { trusted: trustProxy });
  fastify.addHook('onRoute', (route) => {
    route.bodyLimit = bytesOfRoute(route.url) ?? bodyLimit;
  });
  return adapter;
}
