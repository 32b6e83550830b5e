import { Pool } from 'undici';
import { GatewayClient } from '#tools/gateway/gateway-client.js';

const password = 'correct horse';
const answerWithinMs = 10_000;

/** Accounts that sign in, each in its turn. */
export class SigningIn {
  private readonly connections: Pool;
  private turn = 0;

  private constructor(
    gatewayUrl: string,
    private readonly emails: string[],
  ) {
    this.connections = new Pool(gatewayUrl, { connections: 32, headersTimeout: answerWithinMs });
  }

  static async register(gatewayUrl: string, accounts: number): Promise<SigningIn> {
    const gateway = new GatewayClient(gatewayUrl);
    const emails = Array.from({ length: accounts }, (_, n) => `signs-in-${n}@example.org`);
    for (const [n, email] of emails.entries()) {
      await gateway.send('POST', '/api/users', { user: { username: `Signs in ${n}`, email, password } });
    }
    return new SigningIn(gatewayUrl, emails);
  }

  /** @throws Error on any answer but 200. */
  async signIn(): Promise<true> {
    const email = this.emails[(this.turn += 1) % this.emails.length];
    const { statusCode, body } = await this.connections.request({
      method: 'POST',
      path: '/api/users/login',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ user: { email, password } }),
    });
    const text = await body.text();
    if (statusCode !== 200) throw new Error(`a sign-in was answered with ${statusCode}: ${text.slice(0, 300)}`);
    return true;
  }

  /** So many at a time, each after the answer to the one before. @returns sign-ins a second. */
  async asFastAs({ atOnce, seconds }: { atOnce: number; seconds: number }): Promise<number> {
    const begun = performance.now();
    const until = begun + seconds * 1_000;
    let count = 0;
    const again = async () => {
      while (performance.now() < until) {
        await this.signIn();
        count += 1;
      }
    };
    await Promise.all(Array.from({ length: atOnce }, again));
    return count / ((performance.now() - begun) / 1_000);
  }

  close(): Promise<void> {
    return this.connections.close();
  }
}
