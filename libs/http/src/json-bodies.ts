import type { IncomingHttpHeaders } from 'node:http';
import { MIMEType } from 'node:util';
import type { FastifyInstance } from 'fastify';
import { badRequest, Problem } from './problem.js';

/** Throws for bytes that are not UTF-8; `toString` would replace them with U+FFFD. */
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Accepts only JSON in UTF-8 as a body; an empty one counts as no body. */
export function parseJson(fastify: FastifyInstance): void {
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser<Buffer>('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    const text = decode(body);
    if (text === '') done(null, undefined);
    else if (text === undefined) done(badRequest('The body is not UTF-8.'), undefined);
    else void parse(request, text, done);
  });
}

function decode(bytes: Buffer): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * Refuses bodies of another type by their headers, before they are sent or read. A Content-Type without a body is ignored.
 * Add it after every hook that checks the caller.
 */
export function requireJson(fastify: FastifyInstance): void {
  fastify.addHook('preParsing', (request, _reply, payload, done) => {
    const { headers, method } = request;
    if (!hasBody(headers)) delete headers['content-type'];
    else if (!bodiless.has(method) && !request.is404) return done(refusalOf(headers), payload);
    done(null, payload);
  });
}

/** The body of these methods is ignored (RFC 9110, 9.3.1). */
const bodiless = new Set(['GET', 'HEAD', 'OPTIONS']);

const hasBody = (headers: IncomingHttpHeaders) =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

function refusalOf(headers: IncomingHttpHeaders): Problem | null {
  const coding = headers['content-encoding']?.trim().toLowerCase() ?? 'identity';
  if (coding !== 'identity') {
    return new Problem(415, { detail: 'Send the body as it is.', headers: { 'Accept-Encoding': 'identity' } });
  }
  if (isJson(headers['content-type'])) return null;
  return new Problem(415, {
    detail: 'Send JSON in UTF-8, with Content-Type: application/json.',
    headers: { Accept: 'application/json' },
  });
}

function isJson(contentType = ''): boolean {
  try {
    const { essence, params } = new MIMEType(contentType);
    return essence === 'application/json' && /^utf-?8$/i.test(params.get('charset') ?? 'utf-8');
  } catch {
    return false;
  }
}
