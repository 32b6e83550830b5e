import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FastifyRequest } from 'fastify';
import { addressText, type Network } from '#contracts/people/network.js';
import { tellPages } from './env.js';
import { ofRequest } from './forwarded-headers.js';
import { originOf } from '#http/origin-of.js';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** Headers by which the pages learn of the client; what a client sends under these names is overwritten. */
const said = { address: 'x-site-address', protocol: 'x-site-protocol', host: 'x-site-host' } as const;

/** The built pages, in `dist` beside this file. */
const built = join(import.meta.dirname, '..', 'pages', 'handler.js');

/**
 * The pages as a request handler. SvelteKit's adapter reads its settings from the environment as it is loaded.
 * @throws Error if the pages are not built.
 */
export async function sitePages(
  trusted: readonly Network[],
): Promise<(request: FastifyRequest, response: ServerResponse) => void> {
  tellPages({
    ADDRESS_HEADER: said.address,
    PROTOCOL_HEADER: said.protocol,
    HOST_HEADER: said.host,
    BODY_SIZE_LIMIT: '256K',
  });
  const { handler } = (await import(pathToFileURL(built).href)) as { handler: Handler };
  return (request, response) => {
    const { raw } = request;
    const { protocol, host } = originOf(raw, trusted);
    Object.assign(raw.headers, {
      [said.address]: addressText(request.clientAddress),
      [said.protocol]: protocol,
      [said.host]: host,
      ...ofRequest(),
    });
    response.setHeader('X-Content-Type-Options', 'nosniff');
    handler(raw, response);
  };
}
