import { Agent, fetch } from 'undici';

export interface Reply {
  status: number;
  body: { [field: string]: unknown };
  /** From the first byte sent to the last one read. */
  ms: number;
}

export interface Sending {
  token?: string | undefined;
  headers?: Record<string, string>;
}

/** A client of the public API with an address of its own in 127.0.0.0/8, and so with limits of its own. */
export class ClientFrom {
  private readonly agent: Agent;

  constructor(
    readonly localAddress: string,
    readonly gateway: string,
  ) {
    this.agent = new Agent({ connect: { localAddress }, connections: 64 });
  }

  /** The answer, whatever its status. @throws Error if none arrives within 30 s. */
  async send(method: string, path: string, body?: unknown, { token, headers = {} }: Sending = {}): Promise<Reply> {
    const begun = performance.now();
    const answer = await fetch(`${this.gateway}${path}`, {
      method,
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(token !== undefined && { authorization: `Token ${token}` }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      dispatcher: this.agent,
      signal: AbortSignal.timeout(30_000),
    });
    const text = await answer.text();
    const ms = performance.now() - begun;
    const isJson = answer.headers.get('content-type')?.includes('json') === true;
    return {
      status: answer.status,
      body: isJson ? (JSON.parse(text) as Reply['body']) : {},
      ms,
    };
  }

  /** The status of an answer whose body is discarded, so that it costs this process no more. */
  async glance(path: string): Promise<{ status: number }> {
    const signal = AbortSignal.timeout(30_000);
    const answer = await fetch(`${this.gateway}${path}`, { dispatcher: this.agent, signal });
    for await (const _ of answer.body ?? []);
    return { status: answer.status };
  }

  async guest(name: string): Promise<string> {
    const { status, body } = await this.send('POST', '/api/guests', { guest: { name } });
    if (status !== 201) throw new Error(`no guest: ${status}`);
    return (body['guest'] as { token: string }).token;
  }

  async close(): Promise<void> {
    await this.agent.destroy();
  }
}
