import { createLocalJWKSet, jwtVerify, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { unauthorized } from './problem.js';

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

/** Checks tokens by the public keys of a JWKS: EdDSA and nothing else, `kid` and `exp` required. */
export class TokenVerifier {
  private readonly remembered = new Map<string, { caller: Caller; until: number }>();

  private constructor(private readonly keys: JWTVerifyGetKey) {}

  static of(jwks: JSONWebKeySet): TokenVerifier {
    return new TokenVerifier(createLocalJWKSet(jwks));
  }

  static fromFile(path: string): TokenVerifier {
    return TokenVerifier.of(JSON.parse(readFileSync(path, 'utf8')) as JSONWebKeySet);
  }

  /** @param authorization the header: `Token …` or `Bearer …`. @throws Problem 401 */
  async verify(authorization: string | undefined): Promise<Caller> {
    if (authorization === undefined || authorization.trim() === '') throw unauthorized('is missing');
    const token = /^(?:Token|Bearer) +(\S+)$/i.exec(authorization.trim())?.[1];
    if (token === undefined) throw unauthorized('is invalid');
    const known = this.remembered.get(token);
    if (known && known.until > Date.now()) return known.caller;
    const { caller, expiresAt } = await this.check(token);
    this.remember(token, caller, Math.min(expiresAt, Date.now() + rememberedMs));
    return caller;
  }

  private async check(token: string): Promise<{ caller: Caller; expiresAt: number }> {
    try {
      const { payload, protectedHeader } = await jwtVerify(token, this.keys, { algorithms: ['EdDSA'], issuer });
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
