import { createLocalJWKSet, jwtVerify, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { rolesInForce, type SecondFactorRequiredOf } from '#contracts/people/staff-roles.js';
import { FreshFile } from '#process/fresh-file.js';
import type { Caller, TokenHolder } from './caller.js';
import type { People, PersonNow } from './people.js';
import { unauthorized } from '#http/problem.js';

export const issuer = 'broadside';

/** The audience of a token. Older tokens name none; their issuer and key show that they are ours. */
export const audience = 'broadside';

/** Seconds by which the clock of a token's signer may be ahead of ours; a token issued later is invalid. */
export const clockSkewSeconds = 60;

/** RFC 7519, 5.1, and RFC 9068, 2.1: the prefix `application/` is optional. */
const tokenType = /^(?:application\/)?(?:at\+)?jwt$/i;

const Claims = z.object({
  sub: z.uuid(),
  kind: z.enum(['guest', 'account']),
  roles: z.array(z.string()),
  sid: z.uuid(),
  aud: z.union([z.string(), z.array(z.string())]).default(audience),
  iat: z.number(),
  exp: z.number(),
});

const maxRemembered = 5_000;
const rememberedMs = 60_000;

const asTheTokenSays: People = { find: () => Promise.resolve({}) };
const said = {
  revoked: 'is revoked',
  erased: 'is of somebody who was erased',
  linked: 'is of a guest who has an account now',
};

/** Verifies tokens with the public keys of a JWKS. Accepts only EdDSA, and requires `kid`, `typ`, `iat` and `exp`. */
export class TokenVerifier {
  /** Uses the clock by which tokens expire. */
  private readonly remembered = new LRUCache<string, TokenHolder>({
    max: maxRemembered,
    ttl: rememberedMs,
    ttlResolution: 0,
    perf: Date,
  });

  private constructor(
    private readonly keys: () => JWTVerifyGetKey,
    private readonly people: People,
    private readonly requiredOf: SecondFactorRequiredOf,
  ) {}

  static of(
    jwks: JSONWebKeySet,
    people: People = asTheTokenSays,
    requiredOf: SecondFactorRequiredOf = 'nobody',
  ): TokenVerifier {
    const keys = createLocalJWKSet(jwks);
    return new TokenVerifier(() => keys, people, requiredOf);
  }

  /** Uses other keys when the file holds others, so that keys can be replaced at runtime. */
  static fromFile(path: string, people: People, requiredOf: SecondFactorRequiredOf): TokenVerifier {
    const file = new FreshFile(path, (text) => createLocalJWKSet(JSON.parse(text) as JSONWebKeySet));
    return new TokenVerifier(() => file.current, people, requiredOf);
  }

  /** @param authorization the header: `Token …` or `Bearer …`. @throws Problem 401 */
  async verify(authorization: string | undefined): Promise<Caller> {
    const holder = await this.identify(authorization);
    // Not cached: a change of the person or the session takes effect at once.
    return callerOf(holder, await this.people.find(holder), this.requiredOf);
  }

  /**
   * The holder of the token, even if the token is no longer valid. For counting only, never for access.
   * @throws Problem 401
   */
  async identify(authorization: string | undefined): Promise<TokenHolder> {
    if (authorization === undefined || authorization.trim() === '') throw unauthorized('is missing');
    const token = /^(?:Token|Bearer) +(\S+)$/i.exec(authorization.trim())?.[1];
    if (token === undefined) throw unauthorized('is invalid');
    const known = this.remembered.get(token);
    if (known) return known;
    const { holder, expiresAt } = await this.check(token);
    // A ttl of 0 would keep the entry for ever.
    this.remembered.set(token, holder, { ttl: Math.max(1, Math.min(expiresAt - Date.now(), rememberedMs)) });
    return holder;
  }

  private async check(token: string): Promise<{ holder: TokenHolder; expiresAt: number }> {
    try {
      const { payload, protectedHeader } = await jwtVerify(token, this.keys(), { algorithms: ['EdDSA'], issuer });
      if (!protectedHeader.kid) throw new Error('no kid');
      if (!tokenType.test(protectedHeader.typ ?? '')) throw new Error('another kind of token');
      const { sub, kind, roles, sid, aud, iat, exp } = Claims.parse(payload);
      if (![aud].flat().includes(audience)) throw new Error('for somebody else');
      if (iat > Date.now() / 1_000 + clockSkewSeconds) throw new Error('not made yet');
      return { holder: { personId: sub, kind, roles, sessionId: sid }, expiresAt: exp * 1_000 };
    } catch {
      throw unauthorized('is invalid');
    }
  }
}

function callerOf(holder: TokenHolder, person: PersonNow, requiredOf: SecondFactorRequiredOf): Caller {
  const { over, roles: all = holder.roles, hasSecondFactor = false, sanctions, version } = person;
  if (over) throw unauthorized(said[over]);
  const roles = rolesInForce(all, hasSecondFactor, requiredOf);
  return {
    ...holder,
    roles,
    ...(roles.length < all.length && { waitingRoles: all.filter((role) => !roles.includes(role)) }),
    sanctions: sanctions ?? {},
    ...(version !== undefined && { version }),
  };
}
