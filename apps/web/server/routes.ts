import type { ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** What the gateway serves under the site's address. */
export const passedThrough = ['/api', '/api/*', '/docs', '/docs/*', '/openapi.json', '/.well-known/*'] as const;

/** What it makes beside the pages. These are no prefixes, by which an ingress could route. */
const feeds = [
  ...['/feed.:format', '/sitemap.xml', '/sitemaps/:part.xml'],
  ...['sections', 'tags', 'people', 'articles'].map((of) => `/${of}/:which/feed.:format`),
];

type Answering = (request: FastifyRequest, response: ServerResponse) => void;

/** Hands requests over before their body is parsed: the API's to the gateway as they come, all others to the pages. */
export function handOver(fastify: FastifyInstance, { pass, show }: { pass: Answering; show: Answering }): void {
  const route = (url: string, answer: Answering) =>
    fastify.all(url, {
      onRequest: (request, reply) => {
        reply.hijack();
        answer(request, reply.raw);
        return Promise.resolve();
      },
      handler: () => undefined,
    });
  for (const url of [...passedThrough, ...feeds]) route(url, pass);
  route('/*', (request, response) => {
    if (request.headers.expect !== undefined) response.writeContinue();
    show(request, response);
  });
}
