import { createLocalJWKSet, jwtVerify, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import { FreshFile } from './fresh-file.js';
import { unauthorized } from './problem.js';
import type { Sessions } from './sessions.js';

export const issuer = 'broadside';

/** Who a request is from, by their token. */
export interface Caller {
  personId: string;
  kind: 'guest' | 'account';
  roles: string[];
  sessionId: string;
}

const Claims = z.object({
  sub: z.uuid(),
  kind: z.enum(['guest', 'account']),
  roles: z.array(z.string()),
  sid: z.string(),
  exp: z.number(),
});

const mostRemembered = 5_000;
const rememberedMs = 60_000;

const endless: Sessions = { hasEnded: () => Promise.resolve(false) };

/** Checks tokens by the public keys of a JWKS: EdDSA and nothing else, `kid` and `exp` required. */
export class TokenVerifier {
  private readonly remembered = new Map<string, { caller: Caller; until: number }>();

  private constructor(
    private readonly keys: () => JWTVerifyGetKey,
    private readonly sessions: Sessions,
  ) {}

  static of(jwks: JSONWebKeySet, sessions: Sessions = endless): TokenVerifier {
    const keys = createLocalJWKSet(jwks);
    return new TokenVerifier(() => keys, sessions);
  }

  /** Takes other keys when the file has others, so that a key can be changed while everything runs. */
  static fromFile(path: string, sessions: Sessions = endless): TokenVerifier {
    const file = new FreshFile(path, (text) => createLocalJWKSet(JSON.parse(text) as JSONWebKeySet));
    return new TokenVerifier(() => file.current, sessions);
  }

  /** @param authorization the header: `Token …` or `Bearer …`. @throws Problem 401 */
  async verify(authorization: string | undefined): Promise<Caller> {
    const caller = await this.identify(authorization);
    // Never remembered: an ended session is refused from that moment on.
    if (await this.sessions.hasEnded(caller)) throw unauthorized('is revoked');
    return caller;
  }

  /**
   * Whom the token was made for, though their session may have ended: to count by, never to let anybody pass.
   * @throws Problem 401
   */
  async identify(authorization: string | undefined): Promise<Caller> {
    if (authorization === undefined || authorization.trim() === '') throw unauthorized('is missing');
    const token = /^(?:Token|Bearer) +(\S+)$/i.exec(authorization.trim())?.[1];
    if (token === undefined) throw unauthorized('is invalid');
    return this.callerOf(token);
  }

  private async callerOf(token: string): Promise<Caller> {
    const known = this.remembered.get(token);
    if (known && known.until > Date.now()) return known.caller;
    const { caller, expiresAt } = await this.check(token);
    this.remember(token, caller, Math.min(expiresAt, Date.now() + rememberedMs));
    return caller;
  }

  private async check(token: string): Promise<{ caller: Caller; expiresAt: number }> {
    try {
      const { payload, protectedHeader } = await jwtVerify(token, this.keys(), { algorithms: ['EdDSA'], issuer });
      if (!protectedHeader.kid) throw new Error('no kid');
      const { sub, kind, roles, sid, exp } = Claims.parse(payload);
      return { caller: { personId: sub, kind, roles, sessionId: sid }, expiresAt: exp * 1_000 };
    } catch {
      throw unauthorized('is invalid');
    }
  }

  private remember(token: string, caller: Caller, until: number): void {
    const oldest = this.remembered.size >= mostRemembered ? this.remembered.keys().next().value : undefined;
    if (oldest !== undefined) this.remembered.delete(oldest);
    this.remembered.set(token, { caller, until });
  }
}
