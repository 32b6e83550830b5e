import { setTimeout as delay } from 'node:timers/promises';
import { sentence } from '#tools/terminal/sentence.js';
import { GatewayRefused, parseProblem } from './gateway-refused.js';
import { whyNoAnswer } from './why-no-answer.js';

export interface Admin {
  email: string;
  password: string;
}

export interface Answer<Body> {
  status: number;
  headers: Headers;
  body: Body;
}

/** Milliseconds. */
const patienceMs = 60_000;
/** Milliseconds after which the wait for an answer is reported. */
export const quietMs = 2_000;

/** A client of the public API for the project's own tools. */
export class GatewayClient {
  private token: string | undefined;
  /** Whether the wait was reported since the last answer. */
  private isTold = false;

  /**
   * @param waits called with the reason, when a request has had no answer for two seconds; once until an answer comes
   * @param quiet those seconds, in milliseconds
   */
  constructor(
    readonly url: string,
    private readonly waits: (why: string) => void = () => undefined,
    private readonly quiet = quietMs,
  ) {}

  /** @param user with a code, if the account has a second factor */
  async signIn({ email, password, code }: Admin & { code?: string }): Promise<void> {
    type SignedIn = { user: { token: string } };
    const { body } = await this.send<SignedIn>('POST', '/api/users/login', { user: { email, password, code } });
    this.token = body.user.token;
  }

  /**
   * Sends a request, and repeats it under the same Idempotency-Key while the answer is 503 or does not arrive.
   * @throws GatewayRefused; Error naming the gateway if it did not answer for a minute.
   */
  async send<Body>(
    method: string,
    path: string,
    body?: unknown,
    token = this.token,
    more: Record<string, string> = {},
  ): Promise<Answer<Body>> {
    const headers: Record<string, string> = { 'idempotency-key': crypto.randomUUID(), ...more };
    if (body !== undefined) headers['content-type'] = 'application/json';
    if (token !== undefined) headers['authorization'] = `Token ${token}`;
    const until = Date.now() + patienceMs;
    let why = 'no answer has come yet';
    const telling = setTimeout(() => this.tell(why), this.quiet);
    try {
      for (let wait = 100; ; wait = Math.min(wait * 2, 2_000)) {
        const failure = await this.tryOnce<Body>(method, path, headers, body);
        if (!(failure instanceof Error)) {
          this.isTold = false;
          return failure;
        }
        if (Date.now() + wait > until) throw failure;
        why = failure.message;
        await delay(wait);
      }
    } finally {
      clearTimeout(telling);
    }
  }

  get<Body>(path: string, headers: Record<string, string> = {}): Promise<Answer<Body>> {
    return this.send('GET', path, undefined, this.token, headers);
  }

  private tell(why: string): void {
    if (!this.isTold) this.waits(why);
    this.isTold = true;
  }

  private async tryOnce<Body>(
    method: string,
    path: string,
    headers: Record<string, string>,
    body: unknown,
  ): Promise<Answer<Body> | Error> {
    let response: Response;
    let text: string;
    try {
      const signal = AbortSignal.timeout(30_000);
      const json = body === undefined ? null : JSON.stringify(body);
      response = await fetch(new URL(path, this.url), { method, headers, body: json, signal });
      text = await response.text();
    } catch (error) {
      return new Error(sentence`${this.url} does not answer: ${whyNoAnswer(error)}`, { cause: error });
    }
    if (response.status === 503) return new GatewayRefused(503, parseProblem(text));
    if (!response.ok) throw new GatewayRefused(response.status, parseProblem(text));
    return { status: response.status, headers: response.headers, body: this.parse(text) as Body };
  }

  private parse(text: string): unknown {
    try {
      return JSON.parse(text);
    } catch {
      throw new Error(sentence`${this.url} is no gateway of Broadside: it answered “${text.trim().slice(0, 60)}”`);
    }
  }
}
