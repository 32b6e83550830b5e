import { applyDecorators } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiExtension } from '@nestjs/swagger';
import type { FastifyInstance } from 'fastify';

/** The deprecation of a route, as clients are told of it. */
export interface Deprecation {
  /** The day, in UTC, since which clients should not use the route, such as `2027-01-31`. */
  since: string;
  /** The day from which the route may be removed; not before `since`. */
  until?: string;
  /** The address of the replacement: a route, or a page with instructions. */
  instead?: string;
}

/** The key under which the document holds the deprecation until `describeDeprecations` describes it. */
export const deprecationMark = 'x-deprecation';

const config = 'deprecation';

/**
 * Marks a route as deprecated: in the headers of all its answers, and in the OpenAPI document. @throws Error for a bad
 * day.
 */
export function Deprecated(deprecation: Deprecation): MethodDecorator {
  const headers = headersOf(deprecation);
  return applyDecorators(RouteConfig({ [config]: headers }), ApiExtension(deprecationMark, deprecation));
}

/** Deprecation is RFC 9745, Sunset RFC 8594; the relation of the link is RFC 5829. */
function headersOf({ since, until, instead }: Deprecation): Record<string, string> {
  const [from, to] = [new Date(since), until === undefined ? undefined : new Date(until)];
  // An invalid date compares false.
  if (!(from <= (to ?? from)))
    throw new Error(`deprecated since ${since}, until ${until}: they are not valid days in order`);
  return {
    Deprecation: `@${from.getTime() / 1_000}`,
    ...(to && { Sunset: to.toUTCString() }),
    ...(instead !== undefined && { Link: `<${instead}>; rel="successor-version"` }),
  };
}

/** Adds the headers to all answers of deprecated routes, refusals too. */
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
