import { Agent, request, type Dispatcher } from 'undici';
import { gatewayUrls } from './env.js';

/** Milliseconds in which the gateway must answer; it waits for a service 2.8 s at most. */
const answerMs = 8_000;

const agent = new Agent({ connect: { timeout: 2_000 }, headersTimeout: answerMs, bodyTimeout: answerMs });
let turn = 0;

export interface Asking {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  body?: unknown;
  headers?: Record<string, string>;
  /** Without the visitor's credential. */
  asStranger?: boolean;
}

export interface Answer<Body> {
  status: number;
  body: Body;
  /** The answer's Consistency-Token: what a page must show that is to have this change. */
  consistency?: string | undefined;
  /** The version of what was read, for If-Match. */
  etag?: string | undefined;
  /** What the pages before and behind are asked for by, from the Link header (RFC 8288). */
  links: { next?: string; prev?: string };
}

/** Asks the gateway as the visitor. @throws Refusal; Moved; GatewayAway */
export type Ask = <Body>(path: string, asking?: Asking) => Promise<Answer<Body>>;

interface ProblemDocument {
  detail?: string;
  errors?: Record<string, string[]>;
  changes?: unknown[];
  reason?: string;
}

/** The gateway says no, by a problem document (RFC 9457). */
export class Refusal extends Error {
  readonly errors: Record<string, string[]>;
  /** Of 412: what was changed since it was read, and by whom. */
  readonly changes: unknown[];
  /** Of 410: why it was withdrawn. */
  readonly reason: string | undefined;

  constructor(
    readonly status: number,
    problem: ProblemDocument,
    readonly retryAfter?: number,
  ) {
    super(problem.detail ?? `refused with ${status}`);
    this.errors = problem.errors ?? {};
    this.changes = problem.changes ?? [];
    this.reason = problem.reason;
  }

  /** Whether it is the credential that is good no more, and not, for instance, a password that is wrong. */
  get isOfCredential(): boolean {
    return this.status === 401 && 'token' in this.errors;
  }
}

/** What was asked for has another address now. */
export class Moved extends Error {
  constructor(readonly location: string) {
    super(`it is at ${location}`);
  }
}

/** No gateway answers. */
export class GatewayAway extends Error {}

/** Sends one request; the next gateway is asked where one refuses the connection. */
export async function askGateway<Body>(path: string, asking: Asking): Promise<Answer<Body>> {
  const { statusCode, headers, body } = await send(path, asking);
  const text = await body.text().catch((error: Error) => {
    throw new GatewayAway(error.message);
  });
  const parsed = parse(text);
  if (statusCode === 301) throw new Moved(String(headers['location'] ?? ''));
  if (statusCode >= 400)
    throw new Refusal(statusCode, parsed as ProblemDocument, Number(headers['retry-after']) || undefined);
  return {
    status: statusCode,
    body: parsed as Body,
    consistency: headers['consistency-token'] === undefined ? undefined : String(headers['consistency-token']),
    etag: headers['etag'] === undefined ? undefined : String(headers['etag']),
    links: linksOf(String(headers['link'] ?? '')),
  };
}

/** Sends one request and gives the answer as it comes. @throws GatewayAway */
export async function send(
  path: string,
  { method = 'GET', body, headers = {} }: Asking,
): Promise<Dispatcher.ResponseData> {
  turn = (turn + 1) % gatewayUrls.length;
  let last: Error | undefined;
  for (const gateway of [...gatewayUrls.slice(turn), ...gatewayUrls.slice(0, turn)]) {
    try {
      return await request(new URL(path, gateway), {
        dispatcher: agent,
        method,
        headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
    } catch (error) {
      last = error as Error;
      if ((error as NodeJS.ErrnoException).code !== 'ECONNREFUSED') break;
    }
  }
  throw new GatewayAway(last?.message);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return {};
  }
}

function linksOf(header: string): Answer<unknown>['links'] {
  const links = [...header.matchAll(/<([^>]*)>;\s*rel="(next|prev)"/g)].map(([, target = '', rel = '']) => {
    const { searchParams } = new URL(target, 'http://gateway.invalid');
    return [rel, searchParams.get(rel === 'next' ? 'after' : 'before')] as const;
  });
  return Object.fromEntries(links.filter(([, cursor]) => cursor !== null));
}
