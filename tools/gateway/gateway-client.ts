import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

export interface Admin {
  email: string;
  password: string;
}

export interface Answer<Body> {
  status: number;
  headers: Headers;
  body: Body;
}

/** The gateway refused: its problem document's status and detail. */
export class GatewayRefused extends Error {
  constructor(
    readonly status: number,
    readonly problem: { detail?: string; errors?: Record<string, string[]> },
  ) {
    super(`${status} ${problem.detail ?? ''} ${problem.errors ? JSON.stringify(problem.errors) : ''}`.trim());
  }
}

export const readAdminFile = (dataFolder: string): Admin =>
  JSON.parse(readFileSync(join(dataFolder, 'admin.json'), 'utf8')) as Admin;

const patienceMs = 60_000;

/** The public API as the project's own tools use it. */
export class GatewayClient {
  private token: string | undefined;

  constructor(readonly url: string) {}

  async signIn({ email, password }: Admin): Promise<void> {
    type SignedIn = { user: { token: string } };
    const { body } = await this.send<SignedIn>('POST', '/api/users/login', { user: { email, password } });
    this.token = body.user.token;
  }

  /**
   * Sends a request, again under the same Idempotency-Key while the answer is 503 or does not come.
   * @throws GatewayRefused; Error naming the gateway when it did not answer for a minute.
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
    for (let wait = 100; ; wait = Math.min(wait * 2, 2_000)) {
      const failure = await this.tryOnce<Body>(method, path, headers, body);
      if (!(failure instanceof Error)) return failure;
      if (Date.now() + wait > until) throw failure;
      await delay(wait);
    }
  }

  get<Body>(path: string, headers: Record<string, string> = {}): Promise<Answer<Body>> {
    return this.send('GET', path, undefined, this.token, headers);
  }

  private async tryOnce<Body>(
    method: string,
    path: string,
    headers: Record<string, string>,
    body: unknown,
  ): Promise<Answer<Body> | Error> {
    let response: Response;
    try {
      const signal = AbortSignal.timeout(30_000);
      const text = body === undefined ? null : JSON.stringify(body);
      response = await fetch(new URL(path, this.url), { method, headers, body: text, signal });
    } catch (error) {
      return new Error(`${this.url} does not answer: ${(error as Error).message}`, { cause: error });
    }
    const text = await response.text();
    if (response.status === 503) return new GatewayRefused(503, JSON.parse(text) as object);
    if (!response.ok) throw new GatewayRefused(response.status, parseProblem(text));
    return { status: response.status, headers: response.headers, body: JSON.parse(text) as Body };
  }
}

function parseProblem(text: string): { detail?: string } {
  try {
    return JSON.parse(text) as { detail?: string };
  } catch {
    return { detail: text.slice(0, 200) };
  }
}
