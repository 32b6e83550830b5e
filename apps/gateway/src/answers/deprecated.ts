import { applyDecorators } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiExtension } from '@nestjs/swagger';
import type { FastifyInstance } from 'fastify';

/** What clients of a route are told that is to go. */
export interface Deprecation {
  /** The day since when it is better not used, in UTC, such as `2027-01-31`. */
  since: string;
  /** The day from which it may be gone; not before `since`. */
  until?: string;
  /** An address of what replaces it: a route, or a page that says what to do. */
  instead?: string;
}

/** Where the document notes it until it is described; see `describeDeprecations`. */
export const deprecationMark = 'x-deprecation';

const config = 'deprecation';

/** Says of a route that it is to go: in the headers of all its answers, and in the OpenAPI document. @throws Error for a bad day. */
export function Deprecated(deprecation: Deprecation): MethodDecorator {
  const headers = headersOf(deprecation);
  return applyDecorators(RouteConfig({ [config]: headers }), ApiExtension(deprecationMark, deprecation));
}

/** Deprecation is RFC 9745, Sunset RFC 8594; the relation of the link is RFC 5829. */
function headersOf({ since, until, instead }: Deprecation): Record<string, string> {
  const [from, to] = [new Date(since), until === undefined ? undefined : new Date(until)];
  // An invalid date compares false.
  if (!(from <= (to ?? from))) throw new Error(`deprecated since ${since}, until ${until}: these are no days in order`);
  return {
    Deprecation: `@${from.getTime() / 1_000}`,
    ...(to && { Sunset: to.toUTCString() }),
    ...(instead !== undefined && { Link: `<${instead}>; rel="successor-version"` }),
  };
}

/** Has each route that is deprecated say so in its answers, refusals too. */
export function tellDeprecations(fastify: FastifyInstance): void {
  fastify.addHook('onRoute', (route) => {
    const headers = (route.config as { [config]?: Record<string, string> } | undefined)?.[config];
    if (!headers) return;
    route.onSend = [route.onSend ?? []].flat().concat(async (_request, reply, payload) => {
      const { Link, ...others } = headers;
      void reply.headers(others);
      if (Link !== undefined) void reply.header('Link', [reply.getHeader('Link') ?? [], Link].flat().join(', '));
      return payload;
    });
  });
}
