import { Agent, request as send, type ClientRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import { pipeline } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { Network } from '#contracts/people/network.js';
import { closesUnread } from '#http/end-unread.js';
import { endsAtOnce } from '#http/ends-at-once.js';
import { unavailable } from '#http/problem.js';
import { headersBack, headersOnward, isBodiless, isSafe } from './forwarded-headers.js';

/** Milliseconds in which a gateway must accept a connection. */
export const connectMs = 2_000;

/** Milliseconds in which something must come or go on a connection to the gateway, which itself gives up long before. */
export const idleMs = 60_000;

export interface PassingOn {
  /** Their addresses; each may stand for several gateways. */
  gateways: readonly string[];
  /** Proxies whose word on the client counts. */
  trusted: readonly Network[];
  log: Logger;
  /** In place of the defaults. */
  times?: { connectMs: number; idleMs: number };
}

type Pass = (request: FastifyRequest, response: ServerResponse) => void;

/**
 * Passes requests to the gateway and its answers back, as they come: no byte is changed or held back, and who leaves is
 * left. The client's address is told in X-Forwarded-For; what a client says of it is dropped. Several gateways take turns;
 * one that accepts no connection is passed over.
 */
export function passThrough({ gateways, trusted, log, times = { connectMs, idleMs } }: PassingOn): Pass {
  const agent = new Agent({ keepAlive: true, maxFreeSockets: 64 });
  const urls = gateways.map((gateway) => new URL(gateway));
  // One name may stand for several: it is tried once more.
  const all = urls.length === 1 ? [...urls, ...urls] : urls;
  let turn = 0;
  return (request, response) => {
    turn = (turn + 1) % all.length;
    const { raw } = request;
    const headers = headersOnward(request, trusted);
    // A kept connection may be closed as it is taken. What must not be sent twice goes on one of its own.
    const chosen = isSafe(raw) ? agent : false;
    attempt([...all.slice(turn), ...all.slice(0, turn)], { raw, response, headers, agent: chosen, log, times });
  };
}

interface Passing {
  raw: IncomingMessage;
  response: ServerResponse;
  headers: string[];
  agent: Agent | false;
  log: Logger;
  times: { connectMs: number; idleMs: number };
}

function attempt([gateway, ...others]: URL[], passing: Passing): void {
  if (gateway === undefined) return;
  const { raw, response, headers, agent, times } = passing;
  const { hostname, port } = gateway;
  const upstream = send({ agent, hostname, port, method: raw.method, path: raw.url, headers });
  const leave = () => {
    raw.unpipe(upstream);
    upstream.destroy();
  };
  response.once('close', leave);
  let isConnected = false;
  whenConnected(upstream, times.connectMs, () => {
    isConnected = true;
    sendBody(upstream, passing);
  });
  upstream.setTimeout(times.idleMs, () => upstream.destroy(new Error(`nothing came for ${times.idleMs / 1_000} s`)));
  upstream.once('response', (answer) => giveBack(answer, passing));
  // Further errors are of what is given up already.
  upstream.on('error', () => undefined);
  upstream.once('error', (error: NodeJS.ErrnoException) => {
    response.off('close', leave);
    raw.unpipe(upstream);
    // An answer that has begun ends as its own stream does.
    if (response.destroyed || response.headersSent) return;
    const isStale = upstream.reusedSocket && (error.code === 'ECONNRESET' || error.code === 'EPIPE') && isBodiless(raw);
    if (isStale) attempt([gateway, ...others], passing);
    else if (!isConnected && others.length > 0) attempt(others, passing);
    else tellAway(error, passing);
  });
}

/** Runs it once the connection stands: a body that is sent into a refused one is lost. */
function whenConnected(upstream: ClientRequest, withinMs: number, run: () => void): void {
  const tooLate = new Error(`no connection within ${withinMs / 1_000} s`);
  const limit = setTimeout(() => upstream.destroy(tooLate), withinMs);
  upstream.once('close', () => clearTimeout(limit));
  upstream.once('socket', (socket) => {
    const connected = () => {
      clearTimeout(limit);
      run();
    };
    if (socket.connecting) socket.once('connect', connected);
    else connected();
  });
}

/** A client that asks first is told to go on when the gateway says so. */
function sendBody(upstream: ClientRequest, { raw, response }: Passing): void {
  if (isBodiless(raw)) return void upstream.end();
  const isAsked = raw.headers.expect?.toLowerCase() === '100-continue';
  if (!isAsked) return void raw.pipe(upstream);
  upstream.once('continue', () => {
    response.writeContinue();
    raw.pipe(upstream);
  });
}

function giveBack(answer: IncomingMessage, { raw, response }: Passing): void {
  const headers = headersBack(answer);
  if (closesUnread(raw)) headers.push('Connection', 'close');
  // It would be waited for when the site stops; cut, its reader connects anew.
  if (answer.headers['content-type']?.startsWith('text/event-stream')) endsAtOnce(response, () => response.destroy());
  response.writeHead(answer.statusCode ?? 502, answer.statusMessage, headers);
  response.flushHeaders();
  pipeline(answer, response, () => undefined);
}

function tellAway(error: Error, { raw, response, log }: Passing): void {
  log.warn({ reason: error.message }, 'the gateway does not answer');
  const problem = unavailable('The gateway is away for now. Repeat it.', 1);
  response.writeHead(503, {
    ...{ ...problem.headers, 'Content-Type': 'application/problem+json; charset=utf-8', 'Cache-Control': 'no-store' },
    ...(closesUnread(raw) && { Connection: 'close' }),
  });
  response.end(JSON.stringify(problem));
}
