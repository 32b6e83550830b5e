import { Agent, request as send, type ClientRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import { pipeline } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { addressText } from '#contracts/people/network.js';
import { Problem, unavailable } from '#http/problem.js';
import { originOf } from './origin-of.js';

/** What the gateway serves under the site's address. */
export const passedThrough = ['/api', '/api/*', '/docs', '/docs/*', '/openapi.json', '/.well-known/*'] as const;

/** Milliseconds until the gateway begins to answer; it gives up on its own long before. */
const answerMs = 60_000;

/** Headers of one connection, which are not passed on (RFC 9110, 7.6.1), and those that we write anew. */
const own = new Set([
  ...['connection', 'keep-alive', 'proxy-connection', 'te', 'trailer', 'upgrade', 'transfer-encoding'],
  ...['x-forwarded-for', 'x-forwarded-proto', 'x-forwarded-host', 'forwarded', 'expect'],
]);

type Pass = (request: FastifyRequest, response: ServerResponse) => void;

/**
 * Passes requests to the gateway and its answers back, as they come: no byte is changed or held back, and who leaves is
 * left. The client's address is told in X-Forwarded-For; what a client says of it is dropped. Several gateways take turns;
 * one that refuses the connection is passed over.
 */
export function passThrough(gateways: readonly string[], log: Logger): Pass {
  const agent = new Agent({ keepAlive: true, maxFreeSockets: 64 });
  let turn = 0;
  return (request, response) => {
    turn = (turn + 1) % gateways.length;
    const order = [...gateways.slice(turn), ...gateways.slice(0, turn)];
    attempt(order, { agent, request, response, log });
  };
}

interface Passing {
  agent: Agent;
  request: FastifyRequest;
  response: ServerResponse;
  log: Logger;
}

function attempt([gateway = '', ...others]: string[], passing: Passing): void {
  const { agent, request, response } = passing;
  const { raw } = request;
  const { hostname, port } = new URL(gateway);
  const upstream = send({ agent, hostname, port, method: raw.method, path: raw.url, headers: headersFor(request) });
  const gone = () => upstream.destroy();
  response.once('close', gone);
  upstream.setTimeout(answerMs, () => upstream.destroy(new Error(`no answer within ${answerMs / 1_000} s`)));
  upstream.once('response', (answer) => giveBack(answer, passing));
  upstream.once('error', (error: NodeJS.ErrnoException) => {
    response.off('close', gone);
    if (response.destroyed || response.headersSent) return void response.destroy();
    const refused = error.code === 'ECONNREFUSED' && others.length > 0;
    // A connection that the gateway closed as we took it: nothing was done yet, and there is nothing to send anew.
    const stale = upstream.reusedSocket && error.code === 'ECONNRESET' && isBodiless(raw);
    if (refused || stale) attempt(refused ? others : [gateway, ...others], passing);
    else tellAway(error, passing);
  });
  whenConnected(upstream, () => {
    if (isBodiless(raw)) upstream.end();
    else pipeline(raw, upstream, () => undefined);
  });
}

/** Runs it once the connection stands: a body that is sent into a refused one is lost. */
function whenConnected(upstream: ClientRequest, run: () => void): void {
  upstream.once('socket', (socket) => {
    if (socket.connecting) socket.once('connect', run);
    else run();
  });
}

const isBodiless = ({ headers }: IncomingMessage) =>
  headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) === 0;

function headersFor(request: FastifyRequest): string[] {
  const { raw } = request;
  const headers: string[] = [];
  for (let at = 0; at < raw.rawHeaders.length; at += 2) {
    const [name = '', value = ''] = raw.rawHeaders.slice(at, at + 2);
    if (!own.has(name.toLowerCase())) headers.push(name, value);
  }
  if (raw.headers['transfer-encoding'] !== undefined) headers.push('Transfer-Encoding', 'chunked');
  const { protocol, host } = originOf(request);
  headers.push('X-Forwarded-For', addressText(request.clientAddress));
  headers.push('X-Forwarded-Proto', protocol, 'X-Forwarded-Host', host);
  return headers;
}

function giveBack(answer: IncomingMessage, { response }: Passing): void {
  const headers = answer.rawHeaders.filter((_, at) => !own.has((answer.rawHeaders[at - (at % 2)] ?? '').toLowerCase()));
  response.writeHead(answer.statusCode ?? 502, answer.statusMessage, headers);
  response.flushHeaders();
  pipeline(answer, response, () => undefined);
}

function tellAway(error: Error, { response, log }: Passing): void {
  log.warn({ reason: error.message }, 'the gateway does not answer');
  const problem: Problem = unavailable('The gateway is away for now. Repeat it.', 1);
  const body = JSON.stringify(problem);
  response.writeHead(503, {
    ...problem.headers,
    'Content-Type': 'application/problem+json',
    'Cache-Control': 'no-store',
  });
  response.end(body);
}
