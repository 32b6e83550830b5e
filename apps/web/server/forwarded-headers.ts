import type { IncomingMessage } from 'node:http';
import type { FastifyRequest } from 'fastify';
import { addressText, type Network } from '#contracts/people/network.js';
import { currentContext } from '#http/request-context.js';
import { originOf } from '#http/origin-of.js';

/** Headers of one connection, which are not passed on (RFC 9110, 7.6.1). */
const ofConnection = ['connection', 'keep-alive', 'proxy-connection', 'te', 'trailer', 'upgrade', 'transfer-encoding'];

/** What we say of the client ourselves, whatever the client says. */
const ofClient = ['x-forwarded-for', 'x-forwarded-proto', 'x-forwarded-host', 'forwarded'];

/** By which the lines that web and the gateway log of one request are found together; web continues what a client sends. */
export const ofRequest = (): Record<'x-correlation-id' | 'traceparent', string> => {
  const { correlationId, traceparent } = currentContext();
  return { 'x-correlation-id': correlationId, traceparent };
};

/** Pairs of name and value, as they came, without the headers of the connection and those that are named. */
function without({ rawHeaders, headers }: IncomingMessage, names: readonly string[]): string[] {
  const listed = (headers.connection ?? '').split(',').map((name) => name.trim().toLowerCase());
  const dropped = new Set([...ofConnection, ...listed, ...names]);
  return rawHeaders.filter((_, at) => !dropped.has((rawHeaders[at - (at % 2)] ?? '').toLowerCase()));
}

/** Headers of a request for the gateway. @param trusted the proxies that are believed. */
export function headersOnward(request: FastifyRequest, trusted: readonly Network[]): string[] {
  const { raw } = request;
  const { protocol, host } = originOf(raw, trusted);
  const traced = ofRequest();
  const sent = without(raw, [...ofClient, ...Object.keys(traced)]);
  if (raw.headers.host === undefined) sent.push('Host', host);
  if (raw.headers['transfer-encoding'] !== undefined) sent.push('Transfer-Encoding', 'chunked');
  // Without a length Node would say that chunks follow, and the gateway would look for a body.
  else if (raw.headers['content-length'] === undefined && !isSafe(raw)) sent.push('Content-Length', '0');
  sent.push('X-Forwarded-For', addressText(request.clientAddress));
  sent.push('X-Forwarded-Proto', protocol, 'X-Forwarded-Host', host, ...Object.entries(traced).flat());
  return sent;
}

/** Headers of the gateway's answer for the client. */
export const headersBack = (answer: IncomingMessage): string[] => without(answer, []);

/** Whether a request changes nothing, so that it may be sent again (RFC 9110, 9.2.1). */
export const isSafe = ({ method = '' }: IncomingMessage): boolean => ['GET', 'HEAD', 'OPTIONS'].includes(method);

/** Whether no body follows. */
export const isBodiless = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) === 0;
